package org.pokana.announcement;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Groups;
import org.pokana.forum.Municipalities;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
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
    private final Registrations registrations;
    private final Receipts receipts;
    private final Clock clock;

    public Audiences(Contacts contacts, Forums forums, Registrations registrations, Receipts receipts, Clock clock) {
        this.contacts = contacts;
        this.forums = forums;
        this.registrations = registrations;
        this.receipts = receipts;
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
        return count(Audience.EVERYBODY, Narrowing.NONE);
    }

    /** The same within a part of an audience. */
    Map<Audience, Integer> count(Audience audience, Narrowing narrowing) {
        var lists = new HashMap<Audience, Set<String>>();
        listed().forEach(one -> lists.put(one, members(one)));
        var counts = new LinkedHashMap<Audience, Integer>();
        each(audience, narrowing, contact -> {
            described(contact).forEach(one -> counts.merge(one, 1, Integer::sum));
            lists.forEach((one, members) -> {
                if (members.contains(contact.key())) {
                    counts.merge(one, 1, Integer::sum);
                }
            });
        });
        return counts;
    }

    /** The audiences that are lists of people. */
    private Stream<Audience> listed() {
        return Stream.concat(
                forums().stream()
                        .flatMap(forum ->
                                Stream.of(Audience.forum(forum.id()), new Audience(Audience.Kind.WAITING, forum.id()))),
                receipts.asked().stream().map(one -> new Audience(Audience.Kind.READ, one.id())));
    }

    private Set<String> members(Audience list) {
        return switch (list.kind()) {
            case FORUM ->
                forums.find(list.key()).map(Forum::seats).map(Set::copyOf).orElse(Set.of());
            case WAITING ->
                registrations.of(list.key()).stream()
                        .filter(registration -> registration.status() == Registration.Status.WAITLISTED)
                        .map(registration -> registration.contact())
                        .collect(Collectors.toSet());
            case READ -> receipts.readers(list.key());
            default -> Set.of();
        };
    }

    /** The audiences that somebody is in by what we know of them. */
    private static Stream<Audience> described(Contact contact) {
        var profile = contact.profile();
        return Stream.of(
                        Stream.of(Audience.EVERYBODY),
                        Stream.ofNullable(profile.group()).map(Audience::group),
                        Stream.ofNullable(profile.municipality()).map(Audience::municipality),
                        Stream.of(new Audience(
                                Audience.Kind.LANGUAGE, contact.language().getLanguage())))
                .flatMap(one -> one);
    }

    /**
     * Whom something written would reach.
     *
     * @param inAnotherLanguage how many of them it does not address in their own language
     */
    public record Reach(int people, int inAnotherLanguage) {}

    public Reach reach(Audience audience, Narrowing narrowing, Localized texts) {
        int[] reached = new int[2];
        each(audience, narrowing, contact -> {
            reached[0]++;
            reached[1] += texts.speaks(contact.language()) ? 0 : 1;
        });
        return new Reach(reached[0], reached[1]);
    }

    /** Everybody in that part of the audience, as they are now. */
    void each(Audience audience, Narrowing narrowing, Consumer<Contact> person) {
        var belongs = narrowing.only().stream().map(this::belongsTo).reduce(belongsTo(audience), Predicate::and);
        var excluded = narrowing.except().stream().map(this::belongsTo).reduce(contact -> false, Predicate::or);
        try (var all = contacts.all()) {
            all.filter(Audiences::takesNews)
                    .filter(belongs.and(excluded.negate()))
                    .forEach(person);
        }
    }

    static boolean takesNews(Contact contact) {
        return !contact.announcementsOff() && contact.address().isPresent();
    }

    private Predicate<Contact> belongsTo(Audience audience) {
        return switch (audience.kind()) {
            case ALL, GROUP, MUNICIPALITY, LANGUAGE ->
                contact -> described(contact).anyMatch(audience::equals);
            case FORUM, WAITING, READ -> {
                var members = members(audience);
                yield contact -> members.contains(contact.key());
            }
        };
    }

    /** Short enough for a button: {@code Хасково 25.02}. */
    public Phrase name(Audience audience) {
        return switch (audience.kind()) {
            case ALL -> phrase("announcement.everybody");
            case GROUP -> Groups.named(audience.key());
            case MUNICIPALITY -> Municipalities.named(audience.key());
            case FORUM -> named("announcement.forum", audience.key());
            case WAITING -> named("announcement.waiting", audience.key());
            case LANGUAGE -> phrase("language.in-" + audience.key());
            case READ -> phrase("announcement.read", Reports.excerpt(receipts.asked(), audience.key()));
        };
    }

    private Phrase named(String phrase, String forum) {
        return forums.find(forum)
                .map(one -> phrase(phrase, one.city(), DAY.format(one.startsAt())))
                .orElse(verbatim(forum));
    }

    /** Why those in it get an announcement, in a half sentence. */
    Phrase reason(Audience audience) {
        return switch (audience.kind()) {
            case ALL, LANGUAGE, READ -> phrase("announcement.because-everybody");
            case GROUP -> phrase("announcement.because-group", name(audience));
            case MUNICIPALITY -> phrase("announcement.because-municipality", name(audience));
            case FORUM -> phrase("announcement.because-forum", title(audience.key()));
            case WAITING -> phrase("announcement.because-waiting", title(audience.key()));
        };
    }

    private Object title(String forum) {
        return forums.find(forum).<Object>map(Forum::title).orElse(Localized.of(forum, forum));
    }
}
