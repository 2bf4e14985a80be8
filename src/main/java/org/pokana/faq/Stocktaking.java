package org.pokana.faq;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pokana.conversation.Spelling;
import org.pokana.faq.Opinions.Opinion;
import org.springframework.stereotype.Component;

/** All entries for whoever looks after them, found by words, by topic and by what has to be done. */
@Component
public class Stocktaking {

    private final Editing editing;
    private final Opinions opinions;
    private final Clock clock;

    Stocktaking(Editing editing, Opinions opinions, Clock clock) {
        this.editing = editing;
        this.opinions = opinions;
        this.clock = clock;
    }

    /** Why somebody might want to look at an entry. */
    public enum Why {
        /** Its check is too long ago. */
        DUE,
        /** Nobody has ever said that it is true. */
        UNCONFIRMED,
        /** It did not help somebody lately. */
        UNHELPFUL,
        /** It speaks only one language. */
        ALONE,
        /** People no longer get it. */
        RETIRED
    }

    /**
     * An entry and what there is to do with it.
     *
     * @param unheard how many it did not help since somebody last saw to it
     */
    public record Item(Version now, List<Why> why, long unheard) {

        public FaqEntry entry() {
            return now.entry();
        }
    }

    /** Everything, in the order of the file; those that did not help first where that is what is looked for. */
    public List<Item> all() {
        var unheard = opinions.unheard().stream().collect(Collectors.toMap(Opinion::entry, Function.identity()));
        var month = YearMonth.now(clock);
        return editing.all().stream().map(now -> item(now, unheard, month)).toList();
    }

    private static Item item(Version now, Map<String, Opinion> unheard, YearMonth month) {
        var opinion = unheard.get(now.entry().id());
        long open = opinion == null ? 0 : opinion.unheard();
        var why = Arrays.stream(Why.values())
                .filter(each -> is(each, now, open, month))
                .toList();
        return new Item(now, why, open);
    }

    private static boolean is(Why why, Version now, long unheard, YearMonth month) {
        var entry = now.entry();
        return switch (why) {
            case DUE -> !now.retired() && Review.isDue(entry, month);
            case UNCONFIRMED -> !now.retired() && entry.checked().isEmpty();
            case UNHELPFUL -> unheard > 0;
            case ALONE -> !now.retired() && entry.answer().words().size() < FaqFile.LANGUAGES.size();
            case RETIRED -> now.retired();
        };
    }

    /** Whether each of the words stands somewhere in it, in whatever letters it is typed. */
    public static boolean speaksOf(FaqEntry entry, String words) {
        var wanted = Spelling.fold(words);
        if (wanted.isBlank()) {
            return true;
        }
        var all = Stream.of(
                        Stream.of(entry.id().replace('-', ' ')),
                        entry.question().words().values().stream(),
                        entry.label().words().values().stream(),
                        entry.answer().words().values().stream(),
                        entry.phrasings().values().stream().flatMap(List::stream))
                .flatMap(texts -> texts)
                .map(Spelling::fold)
                .collect(Collectors.joining(" "));
        return Arrays.stream(wanted.split(" ")).allMatch(all::contains);
    }
}
