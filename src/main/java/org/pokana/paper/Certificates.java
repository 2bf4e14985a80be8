package org.pokana.paper;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Responsible;
import org.pokana.forum.Arrivals;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.messaging.Links;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** Says of those who were checked in that they were there, in a way that others can verify. */
@Component
public class Certificates {

    /** The page on which others verify it. */
    public static final String PAGE = "certificate/";

    private static final String KIND = "certificate";

    private final Printing printing;
    private final Seals seals;
    private final Forums forums;
    private final Registrations registrations;
    private final Arrivals arrivals;
    private final Responsible responsible;
    private final Links links;
    private final Words words;

    Certificates(
            Printing printing,
            Seals seals,
            Forums forums,
            Registrations registrations,
            Arrivals arrivals,
            Responsible responsible,
            Links links,
            Words words) {
        this.printing = printing;
        this.seals = seals;
        this.forums = forums;
        this.registrations = registrations;
        this.arrivals = arrivals;
        this.responsible = responsible;
        this.links = links;
        this.words = words;
    }

    /**
     * @param number the same whenever it is asked for, and nobody else's
     * @param link where it can be verified
     */
    public record Certificate(String number, String link, byte[] pdf) {}

    /** What others learn who verify one; the name is null once it is no longer kept. */
    public record Verified(String number, @Nullable String name, Forum forum) {}

    /** Empty for whoever was not checked in. */
    public Optional<Certificate> of(Forum forum, Registration registration, Locale language) {
        if (!isEarned(forum, registration)) {
            return Optional.empty();
        }
        var pdf = print(forum, List.of(registration), language);
        return Optional.of(new Certificate(number(registration), link(registration), pdf));
    }

    /** Those of everybody who came, guests too, a page each; empty while nobody has. */
    Optional<byte[]> ofAll(Forum forum, Locale language) {
        var earned =
                Attendee.inOrder(registrations.of(forum.id()).stream().filter(each -> isEarned(forum, each)), language);
        return earned.isEmpty() ? Optional.empty() : Optional.of(print(forum, earned, language));
    }

    /** One line of the register of certificates. */
    public record Issued(String number, String name, String organisation, String link) {}

    /** All that can be asked for, in the order in which people look for themselves. */
    public List<Issued> register(Forum forum, Locale language) {
        var earned = registrations.of(forum.id()).stream().filter(each -> isEarned(forum, each));
        return Attendee.inOrder(earned, language).stream()
                .map(each -> new Issued(
                        number(each),
                        Attendee.of(each).name(),
                        Attendee.of(each).organisation(),
                        link(each)))
                .toList();
    }

    static boolean isEarned(Forum forum, Registration registration) {
        return registration.forum().equals(forum.id())
                && !forum.isCancelled()
                && registration.isConfirmed()
                && registration.hasArrived()
                && registration.profile().name() != null;
    }

    /** One page of it. */
    record Page(Attendee person, String number, String link, String code) {}

    private byte[] print(Forum forum, List<Registration> earned, Locale language) {
        return printing.print(
                "certificate",
                language,
                Map.of(
                        "forum", Setting.of(forum, words, language),
                        "pages", earned.stream().map(this::page).toList(),
                        "from", responsible.name().orElse("")));
    }

    private Page page(Registration registration) {
        var link = link(registration);
        return new Page(Attendee.of(registration), number(registration), link, QrCode.inPage(link));
    }

    private static String number(Registration registration) {
        return registration.forum().toUpperCase(Locale.ROOT) + "/" + registration.number();
    }

    private String link(Registration registration) {
        return links.page(PAGE + seals.token(KIND, registration.forum(), registration.number()));
    }

    /** Empty for one that we did not make, and once whoever it was for is forgotten. */
    public Optional<Verified> verify(String token) {
        return seals.open(KIND, token)
                .flatMap(said -> arrivals.numbered(said.forum(), said.number()))
                .filter(registration -> registration.isConfirmed() && registration.hasArrived())
                .flatMap(registration -> forums.find(registration.forum())
                        .filter(forum -> !forum.isCancelled())
                        .map(forum -> new Verified(
                                number(registration), registration.profile().name(), forum)));
    }
}
