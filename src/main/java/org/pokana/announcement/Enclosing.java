package org.pokana.announcement;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.messaging.Brought.Trouble.EMPTY;
import static org.pokana.messaging.Brought.Trouble.TOO_BIG;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Brought;
import org.pokana.messaging.KeptFile;
import org.pokana.messaging.KeptFiles;
import org.springframework.stereotype.Component;

/** Takes the files that go along with an announcement from a form, within the same limits as in the chat. */
@Component
public class Enclosing {

    private final Announcements announcements;
    private final KeptFiles files;

    Enclosing(Announcements announcements, KeptFiles files) {
        this.announcements = announcements;
        this.files = files;
    }

    /** A file as it was chosen; only read if it fits. */
    public record Upload(String name, byte[] bytes) {}

    /** @param trouble why some are not among them; null when all are */
    public record Enclosed(List<Item> items, @Nullable Phrase trouble) {}

    /**
     * Those kept before, in their order, and then the new ones.
     *
     * @param kept only what this person brought, or what an announcement carries, is taken
     */
    public Enclosed take(List<String> kept, List<Upload> added, Contact by) {
        var all = new Enclosures();
        kept.stream().distinct().flatMap(id -> known(id, by).stream()).forEach(file -> all.add(brought(file)));
        var troubles = new ArrayList<Phrase>();
        for (Upload upload : added) {
            bring(upload, all, by);
            Optional.ofNullable(all.trouble())
                    .filter(trouble -> !troubles.contains(trouble))
                    .ifPresent(troubles::add);
        }
        return new Enclosed(
                all.items(),
                troubles.stream()
                        .reduce((above, below) -> phrase("announcement.lines", above, below))
                        .orElse(null));
    }

    private Optional<KeptFile> known(String id, Contact by) {
        return files.find(id)
                .filter(file ->
                        by.reaches().stream().anyMatch(reach -> reach.at().equals(file.from()))
                                || announcements.carry(id));
    }

    private Brought brought(KeptFile file) {
        return new Brought(file.name(), files.item(file), null, null);
    }

    /** Kept only as long as there is room for it. */
    private void bring(Upload upload, Enclosures all, Contact by) {
        if (upload.bytes().length == 0 || upload.bytes().length > KeptFiles.LARGEST) {
            all.add(new Brought(upload.name(), null, upload.bytes().length == 0 ? EMPTY : TOO_BIG, null));
            return;
        }
        var kept = files.keep(by.reaches().get(0).address(), upload.name(), upload.bytes());
        all.add(brought(kept));
        if (all.items().stream().noneMatch(item -> item.file().equals(kept.id()))) {
            files.discard(List.of(kept.id()));
        }
    }
}
