package org.pokana.announcement;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Groups;
import org.pokana.forum.Municipalities;
import org.pokana.kernel.Localized;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** Who is in which audience just now: only people who can be reached and want announcements. */
@Component
public class Audiences {

    /** Organizers write to those who took part for some time after. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM");

    private final Contacts contacts;
    private final Forums forums;
    private final Clock clock;

    public Audiences(Contacts contacts, Forums forums, Clock clock) {
        this.contacts = contacts;
        this.forums = forums;
        this.clock = clock;
    }

    /** The forums one may want to write to the participants of, the next one first and the latest past one last. */
    public List<Forum> forums() {
        var oldest = clock.instant().minus(REMEMBERED);
        return forums.all().stream()
                .filter(forum -> forum.ends().isAfter(oldest))
                .toList();
    }

    /** How many people are in each audience that has any, in one look at everybody. */
    public Map<Audience, Integer> count() {
        var seated = new HashMap<Audience, Set<String>>();
        forums().forEach(forum -> seated.put(Audience.forum(forum.id()), new HashSet<>(forum.seats())));
        var counts = new HashMap<Audience, Integer>();
        eachWho(contact -> true, contact -> {
            counts.merge(Audience.EVERYBODY, 1, Integer::sum);
            seated.forEach((forum, people) -> {
                if (people.contains(contact.key())) {
                    counts.merge(forum, 1, Integer::sum);
                }
            });
            var profile = contact.profile();
            if (profile.group() != null) {
                counts.merge(Audience.group(profile.group()), 1, Integer::sum);
            }
            if (profile.municipality() != null) {
                counts.merge(Audience.municipality(profile.municipality()), 1, Integer::sum);
            }
        });
        return counts;
    }

    /**
     * Whom something written would reach.
     *
     * @param inAnotherLanguage how many of them it does not address in their own language
     */
    public record Reach(int people, int inAnotherLanguage) {}

    public Reach reach(Audience audience, Localized texts) {
        int[] reached = new int[2];
        each(audience, contact -> {
            reached[0]++;
            reached[1] += texts.speaks(contact.language()) ? 0 : 1;
        });
        return new Reach(reached[0], reached[1]);
    }

    /** Everybody in the audience, as they are now. */
    void each(Audience audience, Consumer<Contact> person) {
        eachWho(belongsTo(audience), person);
    }

    private void eachWho(Predicate<Contact> belongs, Consumer<Contact> person) {
        try (var all = contacts.all()) {
            all.filter(Audiences::takesNews).filter(belongs).forEach(person);
        }
    }

    static boolean takesNews(Contact contact) {
        return !contact.announcementsOff() && contact.address().isPresent();
    }

    private Predicate<Contact> belongsTo(Audience audience) {
        return switch (audience.kind()) {
            case ALL -> contact -> true;
            case GROUP -> contact -> Objects.equals(contact.profile().group(), audience.key());
            case MUNICIPALITY -> contact -> Objects.equals(contact.profile().municipality(), audience.key());
            case FORUM -> {
                var seated = forums.find(audience.key())
                        .map(Forum::seats)
                        .map(HashSet::new)
                        .orElse(new HashSet<>());
                yield contact -> seated.contains(contact.key());
            }
        };
    }

    /** Short enough for a button: {@code Хасково 25.02}. */
    public Phrase name(Audience audience) {
        return switch (audience.kind()) {
            case ALL -> phrase("announcement.everybody");
            case GROUP -> Groups.named(audience.key());
            case MUNICIPALITY -> Municipalities.named(audience.key());
            case FORUM ->
                forums.find(audience.key())
                        .map(forum -> phrase("announcement.forum", forum.city(), DAY.format(forum.startsAt())))
                        .orElse(verbatim(audience.key()));
        };
    }

    /** Why those in it get an announcement, in a half sentence. */
    Phrase reason(Audience audience) {
        return switch (audience.kind()) {
            case ALL -> phrase("announcement.because-everybody");
            case GROUP -> phrase("announcement.because-group", name(audience));
            case MUNICIPALITY -> phrase("announcement.because-municipality", name(audience));
            case FORUM -> phrase("announcement.because-forum", title(audience.key()));
        };
    }

    private Object title(String forum) {
        return forums.find(forum).<Object>map(Forum::title).orElse(Localized.of(forum, forum));
    }
}
