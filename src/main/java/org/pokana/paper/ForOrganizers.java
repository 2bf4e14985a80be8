package org.pokana.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pokana.forum.Forum;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.messaging.Links;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** What is printed before a forum: the sheet for signatures, badges, cards for guests, and the poster. */
@Component
class ForOrganizers {

    /** Two beside each other, five below. */
    private static final int BADGES_ON_A_PAGE = 10;

    /** Two beside each other, four below. */
    private static final int CARDS_ON_A_PAGE = 8;

    /** For those who come unannounced. */
    private static final int EMPTY_LINES = 8;

    private final Printing printing;
    private final Passes passes;
    private final Registrations registrations;
    private final Links links;
    private final Words words;

    ForOrganizers(Printing printing, Passes passes, Registrations registrations, Links links, Words words) {
        this.printing = printing;
        this.passes = passes;
        this.registrations = registrations;
        this.links = links;
        this.words = words;
    }

    byte[] report(Forum forum, Report report, Locale language) {
        return print("report", forum, language, Map.of("report", report));
    }

    boolean hasPeople(Forum forum) {
        return seated(forum).findAny().isPresent();
    }

    /** Guests, too. */
    private Stream<Registration> seated(Forum forum) {
        return registrations.of(forum.id()).stream().filter(Registration::isConfirmed);
    }

    byte[] sheet(Forum forum, Locale language) {
        var people = Attendee.inOrder(seated(forum), language).stream()
                .map(Attendee::of)
                .toList();
        var empty = IntStream.range(0, EMPTY_LINES).boxed().toList();
        return print("sheet", forum, language, Map.of("people", people, "empty", empty));
    }

    /** @param code to be scanned at the door */
    record Badge(Attendee person, String code) {}

    byte[] badges(Forum forum, Locale language) {
        return cards("badges", BADGES_ON_A_PAGE, seated(forum), forum, language);
    }

    boolean hasGuests(Forum forum) {
        return seated(forum).anyMatch(Registration::isGuest);
    }

    /** For those without a phone to show their code on. */
    byte[] guests(Forum forum, Locale language) {
        return cards("guests", CARDS_ON_A_PAGE, seated(forum).filter(Registration::isGuest), forum, language);
    }

    private byte[] cards(String page, int onOne, Stream<Registration> people, Forum forum, Locale language) {
        var all = Attendee.inOrder(people, language).stream()
                .map(each -> new Badge(Attendee.of(each), QrCode.inPage(passes.link(each))))
                .toList();
        return print(page, forum, language, Map.of("pages", inParts(inParts(all, 2), onOne / 2)));
    }

    private static <T> List<List<T>> inParts(List<T> all, int size) {
        var parts = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return parts;
    }

    /** One code for before, during and after; it leads to where people talk with us. */
    byte[] poster(Forum forum, Locale language) {
        var link = posterLink(forum);
        return print(
                "poster",
                forum,
                language,
                Map.of("code", QrCode.inPage(link), "link", link.replaceFirst("^https?://", "")));
    }

    String posterLink(Forum forum) {
        return links.page("go/" + forum.id());
    }

    private byte[] print(String page, Forum forum, Locale language, Map<String, Object> more) {
        var facts = new HashMap<>(more);
        facts.put("forum", Setting.of(forum, words, language));
        return printing.print(page, language, facts);
    }
}
