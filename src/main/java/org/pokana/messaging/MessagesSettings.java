package org.pokana.messaging;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where phrases and content are overridden: files in this folder win over the packaged ones of the same name. */
@ConfigurationProperties("pokana")
public record MessagesSettings(@Nullable String messages) {

    public Optional<Path> folder() {
        return Optional.ofNullable(messages).filter(text -> !text.isBlank()).map(Path::of);
    }
}
