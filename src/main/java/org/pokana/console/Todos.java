package org.pokana.console;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pokana.contact.Contact;
import org.pokana.faq.Drafts;
import org.pokana.faq.Editing;
import org.pokana.faq.Opinions;
import org.pokana.forum.Forum;
import org.pokana.helpdesk.TeamQuestion.Standing;
import org.pokana.helpdesk.TeamQuestions;
import org.pokana.messaging.Undelivered;
import org.springframework.stereotype.Component;

/** What waits for the team, the most pressing first. */
@Component
class Todos {

    private final TeamQuestions questions;
    private final Undelivered undelivered;
    private final Opinions opinions;
    private final Editing editing;
    private final Drafts drafts;
    private final ForumTodos around;

    Todos(
            TeamQuestions questions,
            Undelivered undelivered,
            Opinions opinions,
            Editing editing,
            Drafts drafts,
            ForumTodos around) {
        this.questions = questions;
        this.undelivered = undelivered;
        this.opinions = opinions;
        this.editing = editing;
        this.drafts = drafts;
        this.around = around;
    }

    /**
     * Something that waits.
     *
     * @param what the end of its phrase {@code console.todo-…}
     * @param href where it is dealt with
     */
    record Todo(String what, long count, String about, String href) {}

    List<Todo> of(Contact reader, Locale language, List<ForumGlance> toCome, List<Forum> forums) {
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
                new Todo("undelivered", undelivered.all().size(), "", "/desk/undelivered"));
        var answers = Stream.of(
                new Todo("drafts", drafts.open().size(), "", "/desk/knowledge/drafts"),
                new Todo("unhelpful", opinions.unheard().size(), "", "/desk/knowledge?state=UNHELPFUL"),
                new Todo("due", editing.countDue(), "", "/desk/knowledge?state=DUE"));
        return Stream.of(general, around.of(toCome, forums), answers)
                .flatMap(each -> each)
                .filter(todo -> todo.count() > 0 || todo.what().equals("check-in"))
                .toList();
    }
}
