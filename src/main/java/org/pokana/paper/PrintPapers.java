package org.pokana.paper;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.Forum;
import org.pokana.forum.ForumChoice;
import org.pokana.forum.Forums;
import org.pokana.kernel.Attachment;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** Gives organizers what they print: {@code /papers haskovo sheet}. */
@Component
class PrintPapers implements Flow {

    private static final List<String> KINDS = List.of("sheet", "badges", "guests", "poster", "certificates");

    /** Certificates are asked for until long after. */
    private static final Duration LOOKED_BACK = Duration.ofDays(90);

    private final Forums forums;
    private final ForOrganizers papers;
    private final Certificates certificates;
    private final Clock clock;

    PrintPapers(Forums forums, ForOrganizers papers, Certificates certificates, Clock clock) {
        this.forums = forums;
        this.papers = papers;
        this.certificates = certificates;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "papers";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public Ending hold(Talk talk) {
        var words = talk.opening().strip().split("\\s+");
        var forum = forums.find(words[0]).or(() -> chosen(talk)).orElse(null);
        if (forum == null) {
            return talk.end(talk.line("none").with(OwnSeat.allForums(), OwnSeat.menu()));
        }
        return words.length > 1 && KINDS.contains(words[1])
                ? print(talk, forum, words[1])
                : talk.end(
                        talk.line("what", forum.title()).with(kinds(forum, "")).with(OwnSeat.menu()));
    }

    /** Those to come, the next one first, then those that were, the last one first. */
    private Optional<Forum> chosen(Talk talk) {
        var now = clock.instant();
        var offered = new ArrayList<>(forums.upcoming(now));
        forums.all().stream()
                .filter(forum -> !forum.isCancelled() && forum.isOver(now))
                .filter(forum -> forum.ends().isAfter(now.minus(LOOKED_BACK)))
                .sorted(Comparator.comparing(Forum::ends).reversed())
                .forEach(offered::add);
        return offered.isEmpty() ? Optional.empty() : Optional.of(talk.ask(ForumChoice.among(offered)));
    }

    private static List<Choice> kinds(Forum forum, String except) {
        return KINDS.stream()
                .filter(kind -> !kind.equals(except))
                .map(kind -> Choice.to(phrase("papers." + kind), "papers", forum.id(), kind))
                .toList();
    }

    private Ending print(Talk talk, Forum forum, String kind) {
        var pdf = pdf(talk, forum, kind).orElse(null);
        if (pdf == null) {
            return talk.end(talk.line(nobody(kind), forum.title())
                    .with(kinds(forum, kind))
                    .with(OwnSeat.menu()));
        }
        var name = "pokana-" + kind + "-" + forum.id() + ".pdf";
        talk.say(talk.line("file." + kind, forum.title())
                .carrying(new Attachment.File(name, "application/pdf", pdf))
                .thatLasts());
        return talk.end(talk.line(kind.equals("poster") ? "ready-poster" : "ready")
                .with(kinds(forum, kind))
                .with(OwnSeat.menu()));
    }

    private static String nobody(String kind) {
        return switch (kind) {
            case "certificates" -> "nobody-came";
            case "guests" -> "no-guests";
            default -> "nobody";
        };
    }

    private Optional<byte[]> pdf(Talk talk, Forum forum, String kind) {
        var language = talk.language();
        return switch (kind) {
            case "certificates" -> certificates.ofAll(forum, language);
            case "poster" -> Optional.of(papers.poster(forum, language));
            case "guests" -> papers.hasGuests(forum) ? Optional.of(papers.guests(forum, language)) : Optional.empty();
            case "badges" -> papers.hasPeople(forum) ? Optional.of(papers.badges(forum, language)) : Optional.empty();
            default -> papers.hasPeople(forum) ? Optional.of(papers.sheet(forum, language)) : Optional.empty();
        };
    }
}
