package org.pokana.console;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pokana.announcement.Dispatch.Progress;
import org.pokana.announcement.Dispatches;
import org.pokana.contact.Role;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Season;
import org.pokana.helpdesk.TeamQuestions;
import org.springframework.stereotype.Component;

/**
 * What pages can follow, by its name: {@code questions}, {@code forum:haskovo-2027-02}, {@code announcement:8fk2}. A view
 * holds what elements of a page show, by their names, in no language yet, so that it is looked up once for everybody.
 */
@Component
class LiveViews {

    private static final String FORUM = "forum:";
    private static final String ANNOUNCEMENT = "announcement:";
    private static final String QUESTIONS = "questions";

    private final Forums forums;
    private final Season season;
    private final Dispatches dispatches;
    private final TeamQuestions questions;
    private final Clock clock;

    LiveViews(Forums forums, Season season, Dispatches dispatches, TeamQuestions questions, Clock clock) {
        this.forums = forums;
        this.season = season;
        this.dispatches = dispatches;
        this.questions = questions;
        this.clock = clock;
    }

    /** Whose it is; empty where there is nothing to follow. */
    static Optional<Role> whose(String subject) {
        if (subject.startsWith(FORUM)) {
            return Optional.of(Role.VIEWER);
        }
        return subject.equals(QUESTIONS) || subject.startsWith(ANNOUNCEMENT)
                ? Optional.of(Role.ORGANIZER)
                : Optional.empty();
    }

    /** As it is now; empty when it is gone. */
    Optional<Map<String, Object>> look(String subject) {
        if (subject.startsWith(FORUM)) {
            return forums.find(subject.substring(FORUM.length())).map(this::forum);
        }
        if (subject.startsWith(ANNOUNCEMENT)) {
            return dispatches.progress(subject.substring(ANNOUNCEMENT.length())).map(LiveViews::announcement);
        }
        return subject.equals(QUESTIONS) ? Optional.of(questions(questions.waiting())) : Optional.empty();
    }

    private Map<String, Object> forum(Forum forum) {
        var numbers = season.look(List.of(forum)).of(forum.id());
        var glance = ForumGlance.of(forum, numbers, clock.instant(), Locale.ROOT);
        return Map.of(
                "state", glance.mark(),
                "seats", numbers.seats(),
                "taken", glance.taken(),
                "label", phrase("console.seats-label", glance.taken(), glance.capacity()),
                "numbers", phrase("console.numbers", numbers.waiting(), numbers.kept(), numbers.coming()),
                "here", phrase("console.numbers-here", numbers.here()),
                "line", glance.curve().line(),
                "area", glance.curve().area());
    }

    private static Map<String, Object> announcement(Progress progress) {
        return Map.of(
                "state", progress.mark(),
                "done", progress.done(),
                "said", phrase("console.announcement-going", progress.delivered(), progress.total()));
    }

    private static Map<String, Object> questions(long waiting) {
        return Map.of(
                "count",
                waiting,
                "none",
                waiting == 0 ? "true" : "",
                "label",
                phrase("console.live-questions", waiting));
    }
}
