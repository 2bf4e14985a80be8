package org.pokana.console;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pokana.contact.Contact;
import org.pokana.faq.Drafts;
import org.pokana.faq.Stocktaking;
import org.pokana.faq.Stocktaking.Why;
import org.pokana.helpdesk.TeamQuestion.Standing;
import org.pokana.helpdesk.TeamQuestions;
import org.pokana.messaging.Undelivered;
import org.springframework.stereotype.Component;

/** What waits for the team, the most pressing first. */
@Component
class Todos {

    /** When a forum that is half empty begins to worry. */
    private static final Duration SOON = Duration.ofDays(30);

    private final TeamQuestions questions;
    private final Undelivered undelivered;
    private final Stocktaking stocktaking;
    private final Drafts drafts;
    private final Clock clock;

    Todos(TeamQuestions questions, Undelivered undelivered, Stocktaking stocktaking, Drafts drafts, Clock clock) {
        this.questions = questions;
        this.undelivered = undelivered;
        this.stocktaking = stocktaking;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * Something that waits.
     *
     * @param what the end of its phrase {@code console.todo-…}
     * @param href where it is dealt with; empty where that is the chat
     */
    record Todo(String what, long count, String about, String href) {}

    List<Todo> of(Contact reader, Locale language, List<ForumGlance> toCome) {
        var open = questions.open(reader, language);
        var general = Stream.of(
                new Todo(
                        "late",
                        open.stream().filter(question -> question.late()).count(),
                        "",
                        "/desk/questions"),
                new Todo(
                        "questions",
                        open.stream()
                                .filter(question -> question.standing() == Standing.FREE && !question.late())
                                .count(),
                        "",
                        "/desk/questions"),
                new Todo(
                        "mine",
                        open.stream()
                                .filter(question -> question.standing() == Standing.MINE && !question.late())
                                .count(),
                        "",
                        "/desk/questions"),
                new Todo("undelivered", undelivered.all().size(), "", ""));
        var answers = Stream.of(
                new Todo("drafts", drafts.open().size(), "", "/desk/knowledge/drafts"),
                new Todo("unhelpful", entries(Why.UNHELPFUL), "", "/desk/knowledge?state=UNHELPFUL"),
                new Todo("due", entries(Why.DUE), "", "/desk/knowledge?state=DUE"));
        return Stream.of(general, toCome.stream().flatMap(this::around), answers)
                .flatMap(each -> each)
                .filter(todo -> todo.count() > 0 || todo.what().equals("check-in"))
                .toList();
    }

    private long entries(Why why) {
        return stocktaking.all().stream()
                .filter(item -> item.why().contains(why))
                .count();
    }

    private Stream<Todo> around(ForumGlance forum) {
        var page = "/desk/forums/" + forum.id();
        var numbers = forum.numbers();
        var which = forum.label();
        var found = new ArrayList<Todo>();
        if (forum.state().equals("now")) {
            found.add(new Todo("check-in", (long) numbers.seats() - numbers.here(), which, page + "/people"));
        }
        if (numbers.kept() > 0) {
            found.add(new Todo("kept", numbers.kept(), which, page + "/people?standing=KEPT"));
        }
        if (numbers.waiting() > 0) {
            found.add(new Todo("waiting", numbers.waiting(), which, page + "/people?standing=WAITING&order=LINE"));
        }
        if (forum.state().equals("open") && isSoon(forum) && forum.taken() < forum.capacity() / 2) {
            found.add(new Todo("empty", (long) forum.capacity() - forum.taken(), which, page));
        }
        return found.stream();
    }

    private boolean isSoon(ForumGlance forum) {
        return forum.starts().toInstant().isBefore(clock.instant().plus(SOON));
    }
}
