package org.pokana.messaging;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where phrases and content are overridden: files in this folder win over the packaged ones of the same name. */
@ConfigurationProperties("pokana")
public record MessagesSettings(@Nullable String messages) {

    /** @throws BadContent when there is no such folder */
    public Optional<Path> folder() {
        var folder =
                Optional.ofNullable(messages).filter(text -> !text.isBlank()).map(Path::of);
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            throw new BadContent(
                    "POKANA_MESSAGES is '" + messages + "'",
                    "there is no such folder; name one that is there, or leave it out");
        }
        return folder;
    }
}
