package org.pokana.announcement;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.announcement.Audience.Kind;
import org.pokana.announcement.Chosen.Page;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** Whom one can write to, all of it at once, to be ticked where there is more room than in a chat. */
@Component
public class Addressees {

    private static final List<Page> PAGES = Stream.of(Page.FORUMS, Page.GROUPS, Page.MUNICIPALITIES, Page.OTHERS)
            .map(Page::of)
            .toList();

    private final AudienceChips chips;
    private final AudienceWords names;

    Addressees(AudienceChips chips, AudienceWords names) {
        this.chips = chips;
        this.names = names;
    }

    /**
     * One to be ticked.
     *
     * @param people how many they are just now
     * @param about the beginning of the announcement that it speaks of, if it does
     */
    public record Chip(
            Audience audience,
            Phrase label,
            int people,
            @Nullable Phrase about) {}

    /** Those of one sort; those of a sort add up, those of different sorts narrow down. */
    public record Shelf(String name, List<Chip> chips) {}

    /** Who is ticked, and how many people they are together. */
    public record Reached(Phrase whom, int people) {}

    /** @param ticked is shown even if nobody is in it just now */
    public List<Shelf> offered(List<Audience> ticked) {
        var every = new LinkedHashSet<Audience>();
        every.add(Audience.EVERYBODY);
        PAGES.forEach(page -> every.addAll(chips.on(page)));
        every.addAll(ticked);
        var counts = chips.count(every, Chosen.NOBODY);
        var latest = chips.latest();
        return Stream.of("everybody", Page.FORUMS, Page.GROUPS, Page.MUNICIPALITIES, "language", "answers")
                .map(name -> new Shelf(
                        name,
                        every.stream()
                                .filter(one -> shelf(one).equals(name))
                                .filter(one -> counts.getOrDefault(one, 0) > 0 || ticked.contains(one))
                                .map(one -> chip(one, counts, latest))
                                .toList()))
                .filter(shelf -> !shelf.chips().isEmpty())
                .toList();
    }

    private static String shelf(Audience one) {
        return switch (one.kind()) {
            case ALL, COMBINED -> "everybody";
            case FORUM, WAITING, ATTENDED -> Page.FORUMS;
            case GROUP -> Page.GROUPS;
            case MUNICIPALITY -> Page.MUNICIPALITIES;
            case LANGUAGE -> "language";
            case READ, ANSWERED, SILENT -> "answers";
        };
    }

    private Chip chip(Audience one, Map<Audience, Integer> counts, List<Announcement> latest) {
        boolean answers = one.kind().sort() == Kind.READ;
        return new Chip(
                one, names.name(one), counts.getOrDefault(one, 0), answers ? Reports.excerpt(latest, one.key()) : null);
    }

    /** Those who are in one of each sort of some, and in none of others. */
    public Reached reached(List<Audience> to, List<Audience> except) {
        var chosen = chosen(to, except);
        if (to.isEmpty()) {
            return new Reached(verbatim(""), 0);
        }
        var all = names.name(chosen.audience());
        var whom = except.isEmpty()
                ? all
                : phrase("announce.lines", all, phrase("announcement.left-out", names.any(except)));
        return new Reached(whom, chips.people(chosen));
    }

    /** Who ticks everybody and some of them means these: too few can be made good, too many cannot. */
    static Chosen chosen(List<Audience> to, List<Audience> except) {
        var some = to.stream().filter(one -> !one.equals(Audience.EVERYBODY)).toList();
        return new Chosen(some.isEmpty() ? to : some, except, Page.FIRST, false);
    }
}
