package org.pokana.announcement;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.announcement.Audiences.Reach;
import org.pokana.contact.Contact;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** Writes to many people from a form, under the same rules as {@code Announce} in the chat. */
@Component
public class Composing {

    public static final int LONGEST = Letters.LONGEST;
    public static final int LONGEST_REASON = Conditions.LONGEST_REASON;

    private final Announcements announcements;
    private final Audiences audiences;
    private final Letters letters;
    private final Summary summary;
    private final Departure departure;
    private final Timekeeper timekeeper;
    private final Responses responses;
    private final AudienceWords names;
    private final Reading reading;

    Composing(
            Announcements announcements,
            Audiences audiences,
            Letters letters,
            Summary summary,
            Departure departure,
            Timekeeper timekeeper,
            Responses responses,
            AudienceWords names,
            Reading reading) {
        this.announcements = announcements;
        this.audiences = audiences;
        this.letters = letters;
        this.summary = summary;
        this.departure = departure;
        this.timekeeper = timekeeper;
        this.responses = responses;
        this.names = names;
        this.reading = reading;
    }

    /** Why it cannot go like that. */
    public enum Fault {
        WORDS,
        LONG,
        WHOM,
        NOBODY,
        WHEN,
        NIGHT,
        UNTIL,
        REASON
    }

    /** One of the two. */
    public record Read(@Nullable Fault fault, @Nullable Letter letter) {}

    /**
     * What will happen.
     *
     * @param night whether it is night, and it leaves at once
     * @param many whether a slip of the hand is not enough to send it
     */
    public record Preview(
            List<Seen> letters, int people, Phrase howLong, Phrase summary, boolean night, boolean many) {}

    /** The moments near one forum, by their names. */
    public record Moments(Phrase forum, List<Choice> choices) {}

    /** When something may leave, however a forum is moved; only what is to come. */
    public List<Moments> moments() {
        return audiences.forums().stream()
                .map(forum -> Audience.forum(forum.id()))
                .map(forum -> new Moments(names.name(forum), timekeeper.near(forum)))
                .filter(moments -> !moments.choices().isEmpty())
                .toList();
    }

    /** The same once more for those who did nothing about it, to begin with; empty where there is nobody or nothing. */
    public Optional<Written> toTheSilent(String before, String id) {
        return announcements
                .find(before)
                .filter(Announcement::canBeRepeated)
                .filter(one -> !responses.silent(one.id()).isEmpty())
                .map(one -> new Written(
                        id,
                        one.texts().words(),
                        one.items(),
                        List.of(new Audience(Audience.Kind.SILENT, one.id())),
                        List.of(),
                        "",
                        "",
                        one.terms().receipt(),
                        false,
                        ""));
    }

    public Read read(Written written) {
        return reading.read(written);
    }

    private Reach reach(Letter letter) {
        return audiences.reach(letter.audience(), letter.terms().narrowing(), letter.texts());
    }

    public Preview preview(Letter letter) {
        var reach = reach(letter);
        boolean night = letter.terms().timing() == null && departure.morning().isPresent();
        return new Preview(
                letters.seen(letter),
                reach.people(),
                departure.howLong(reach.people()),
                summary.of(letter, reach),
                night,
                reach.people() > Announce.MANY);
    }

    /** Asked again for the same letter it arrives once; false where the person cannot be written to. */
    public boolean test(Letter letter, Contact who) {
        who.address().ifPresent(at -> departure.test(letter, who.id(), at, who.language()));
        return who.address().isPresent();
    }

    /** Asked again with the same id, it is the announcement there already is. */
    public Announcement send(Letter letter, Contact by, boolean inTheMorning) {
        return announcements.send(departure.draft(letter, by.id(), by.address().orElse(null), inTheMorning));
    }
}
