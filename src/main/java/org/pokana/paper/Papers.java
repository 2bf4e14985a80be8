package org.pokana.paper;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pokana.forum.Forum;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.springframework.stereotype.Component;

/** What organizers print, by its kind. */
@Component
public class Papers {

    public static final List<String> KINDS = List.of("sheet", "badges", "guests", "poster", "certificates");

    /** Letters on one paper, so that however many there are take no more memory. */
    private static final int LETTERS_AT_ONCE = 50;

    private final ForOrganizers papers;
    private final ForParticipants letters;
    private final Certificates certificates;
    private final Registrations registrations;

    Papers(ForOrganizers papers, ForParticipants letters, Certificates certificates, Registrations registrations) {
        this.papers = papers;
        this.letters = letters;
        this.certificates = certificates;
        this.registrations = registrations;
    }

    public byte[] report(Forum forum, Report report, Locale language) {
        return papers.report(forum, report, language);
    }

    /** The letters of all who have a seat, some on each paper; each is printed when it is asked for. */
    public Stream<byte[]> letters(Forum forum, Locale language) {
        var people =
                Attendee.inOrder(registrations.of(forum.id()).stream().filter(Registration::isConfirmed), language);
        return IntStream.iterate(0, from -> from < people.size(), from -> from + LETTERS_AT_ONCE)
                .mapToObj(from -> letters.letters(
                        forum, people.subList(from, Math.min(people.size(), from + LETTERS_AT_ONCE)), language));
    }

    /** Empty while there is nobody for whom to print it, or no such kind. */
    public Optional<byte[]> print(Forum forum, String kind, Locale language) {
        return switch (kind) {
            case "certificates" -> certificates.ofAll(forum, language);
            case "poster" -> Optional.of(papers.poster(forum, language));
            case "guests" -> papers.hasGuests(forum) ? Optional.of(papers.guests(forum, language)) : Optional.empty();
            case "badges" -> papers.hasPeople(forum) ? Optional.of(papers.badges(forum, language)) : Optional.empty();
            case "sheet" -> papers.hasPeople(forum) ? Optional.of(papers.sheet(forum, language)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Such as {@code pokana-sheet-haskovo-2027-02.pdf}. */
    public static String fileName(Forum forum, String kind) {
        return "pokana-" + kind + "-" + forum.id() + ".pdf";
    }
}
