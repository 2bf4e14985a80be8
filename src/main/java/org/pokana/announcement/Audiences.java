package org.pokana.announcement;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Localized;
import org.springframework.stereotype.Component;

/** Who is in which audience just now: only people who can be reached and want announcements. */
@Component
public class Audiences {

    /** Organizers write to those who took part for some time after. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Contacts contacts;
    private final Forums forums;
    private final Registrations registrations;
    private final Receipts receipts;
    private final Responses responses;
    private final Clock clock;

    Audiences(
            Contacts contacts,
            Forums forums,
            Registrations registrations,
            Receipts receipts,
            Responses responses,
            Clock clock) {
        this.contacts = contacts;
        this.forums = forums;
        this.registrations = registrations;
        this.receipts = receipts;
        this.responses = responses;
        this.clock = clock;
    }

    /** The forums one may want to write to the participants of, the next one first and the latest past one last. */
    List<Forum> forums() {
        var oldest = clock.instant().minus(REMEMBERED);
        return forums.all().stream()
                .filter(forum -> forum.ends().isAfter(oldest))
                .toList();
    }

    /** How many people of a part of an audience are in each of some others, in one look at everybody. */
    Map<Audience, Integer> count(Collection<Audience> wanted, Audience within, Narrowing narrowing) {
        var belongs = new LinkedHashMap<Audience, Predicate<Contact>>();
        wanted.forEach(one -> belongs.put(one, belongsTo(one)));
        var counts = new LinkedHashMap<Audience, Integer>();
        wanted.forEach(one -> counts.put(one, 0));
        each(
                within,
                narrowing,
                contact -> belongs.forEach((one, test) -> {
                    if (test.test(contact)) {
                        counts.merge(one, 1, Integer::sum);
                    }
                }));
        return counts;
    }

    /**
     * Whom something written would reach.
     *
     * @param inAnotherLanguage how many of them it does not address in their own language
     */
    record Reach(int people, int inAnotherLanguage) {}

    Reach reach(Audience audience, Narrowing narrowing, Localized texts) {
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
        var key = audience.key();
        return switch (audience.kind()) {
            case ALL -> contact -> true;
            case GROUP -> contact -> key.equals(contact.profile().group());
            case MUNICIPALITY -> contact -> key.equals(contact.profile().municipality());
            case LANGUAGE -> contact -> key.equals(contact.language().getLanguage());
            case COMBINED -> belongsToAll(audience.parts());
            case FORUM, ATTENDED, WAITING, READ, ANSWERED, SILENT -> {
                var members = members(audience);
                yield contact -> members.contains(contact.key());
            }
        };
    }

    /** To one of each sort. */
    private Predicate<Contact> belongsToAll(List<Audience> parts) {
        return parts.stream().collect(Collectors.groupingBy(part -> part.kind().sort())).values().stream()
                .map(sort ->
                        sort.stream().map(this::belongsTo).reduce(Predicate::or).orElseThrow())
                .reduce(contact -> true, Predicate::and);
    }

    private Set<String> members(Audience list) {
        return switch (list.kind()) {
            case FORUM ->
                forums.find(list.key()).map(registrations::seated).orElse(List.of()).stream()
                        .map(ContactId::value)
                        .collect(Collectors.toSet());
            case ATTENDED -> people(registrations.attended(list.key()));
            case WAITING ->
                people(registrations.of(list.key()).stream()
                        .filter(Registration::awaitsSeat)
                        .toList());
            case READ -> receipts.readers(list.key());
            case ANSWERED -> responses.responded(list.key());
            case SILENT -> responses.silent(list.key());
            default -> Set.of();
        };
    }

    private static Set<String> people(List<Registration> registrations) {
        return registrations.stream().map(Registration::contact).collect(Collectors.toSet());
    }
}
