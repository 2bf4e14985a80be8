package org.pokana.announcement;

import static org.pokana.kernel.Phrase.phrase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Brought;
import org.pokana.messaging.KeptFiles;

/** What is sent along with the words of an announcement, and why some of it is not. */
final class Enclosures {

    /** As many as one album holds. */
    static final int MOST = 10;

    private static final long MEGABYTE = 1024 * 1024;

    private final List<Item> items = new ArrayList<>();
    private final List<Phrase> troubles = new ArrayList<>();
    private @Nullable String group;

    boolean isEmpty() {
        return items.isEmpty();
    }

    List<Item> items() {
        return List.copyOf(items);
    }

    /** Of those sent together all troubles are told; with the next they are over. */
    void add(@Nullable Brought brought) {
        if (brought == null || brought.group() == null || !brought.group().equals(group)) {
            troubles.clear();
        }
        group = brought == null ? null : brought.group();
        if (brought != null) {
            var trouble = trouble(brought);
            if (trouble == null) {
                items.add(Objects.requireNonNull(brought.item()));
            } else if (!troubles.contains(trouble)) {
                troubles.add(trouble);
            }
        }
    }

    private @Nullable Phrase trouble(Brought brought) {
        var item = brought.item();
        if (item == null) {
            return switch (Objects.requireNonNull(brought.trouble())) {
                case TOO_BIG -> phrase("announcement.too-big", brought.name(), KeptFiles.LARGEST / MEGABYTE);
                case EMPTY -> phrase("announcement.empty-file", brought.name());
                case AWAY -> phrase("announcement.file-away", brought.name());
            };
        }
        if (items.size() == MOST) {
            return phrase("announcement.too-many", MOST);
        }
        long together = items.stream().mapToLong(Item::bytes).sum() + item.bytes();
        return together > KeptFiles.LARGEST
                ? phrase("announcement.too-much", brought.name(), KeptFiles.LARGEST / MEGABYTE)
                : null;
    }

    @Nullable
    Phrase trouble() {
        return troubles.stream()
                .reduce((above, below) -> phrase("announcement.lines", above, below))
                .orElse(null);
    }

    Phrase name() {
        return name(items);
    }

    /** Such as „3 снимки, 1 файл“. */
    static Phrase name(List<Item> items) {
        var counts = new LinkedHashMap<String, Integer>();
        items.forEach(item -> counts.merge(kind(item), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(each -> phrase("announcement." + each.getKey(), each.getValue()))
                .reduce((one, other) -> phrase("announce.and", one, other))
                .orElseThrow();
    }

    private static String kind(Item item) {
        return switch (item.kind()) {
            case PHOTO -> "photos";
            case VIDEO, ANIMATION -> "videos";
            case AUDIO, VOICE -> "sounds";
            case FILE -> "files";
        };
    }
}
