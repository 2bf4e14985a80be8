package org.pokana.paper;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pokana.forum.Forum;
import org.springframework.stereotype.Component;

/** What organizers print, by its kind. */
@Component
public class Papers {

    public static final List<String> KINDS = List.of("sheet", "badges", "guests", "poster", "certificates");

    private final ForOrganizers papers;
    private final Certificates certificates;

    Papers(ForOrganizers papers, Certificates certificates) {
        this.papers = papers;
        this.certificates = certificates;
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
