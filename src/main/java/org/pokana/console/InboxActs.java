package org.pokana.console;

import org.pokana.audit.Audit;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.helpdesk.QuestionActs;
import org.pokana.helpdesk.TeamQuestions;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What Maria does with a question at the desk; people are told of it in the chat as if she had done it there. */
@DeskPage
class InboxActs {

    private static final int LONGEST_REASON = 500;

    private final QuestionActs acts;
    private final TeamQuestions questions;
    private final Audit audit;

    InboxActs(QuestionActs acts, TeamQuestions questions, Audit audit) {
        this.acts = acts;
        this.questions = questions;
        this.audit = audit;
    }

    @PostMapping("/desk/questions/{id}/claim")
    String claim(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean over) {
        known(me, id);
        return over
                ? done(acts.takeOver(id, me.id()), me, id, "took a question over")
                : done(acts.take(id, me.id()), me, id, "took a question");
    }

    private void known(Organizer me, String id) {
        if (questions.find(id, me.contact(), me.contact().language()).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private String done(boolean done, Organizer me, String id, String what) {
        if (done) {
            audit.note(me.id(), what, id);
        }
        return back(id, done ? what.replace(' ', '-') : "question-had");
    }

    private static String back(String id, String said) {
        return "redirect:/desk/questions/" + id + "?done=" + said;
    }

    @PostMapping("/desk/questions/{id}/answer")
    String answer(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @RequestParam String event,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String asker) {
        known(me, id);
        if (!event.matches("[a-z0-9]{3,64}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        var answer = EntryForm.lines(text);
        if (answer.isEmpty() || answer.length() > QuestionActs.LONGEST) {
            return back(id, "question-words");
        }
        return done(acts.answer(id, event, me.id(), asker, answer), me, id, "answered a question");
    }

    @PostMapping("/desk/questions/{id}/entry")
    String give(@ModelAttribute("me") Organizer me, @PathVariable String id, @RequestParam String entry) {
        known(me, id);
        return done(acts.give(id, me.id(), entry), me, id, "answered a question");
    }

    @PostMapping("/desk/questions/{id}/forwarding")
    String forward(@ModelAttribute("me") Organizer me, @PathVariable String id, @RequestParam String to) {
        known(me, id);
        return done(acts.forward(id, me.id(), to), me, id, "forwarded a question");
    }

    @PostMapping("/desk/questions/{id}/declining")
    String decline(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String own) {
        known(me, id);
        var why = own.isBlank() && QuestionActs.REASONS.contains(reason) ? reason : EntryForm.lines(own);
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return back(id, "question-reason");
        }
        return done(acts.decline(id, me.id(), why), me, id, "declined a question");
    }

    @PostMapping("/desk/questions/{id}/end")
    String end(@ModelAttribute("me") Organizer me, @PathVariable String id) {
        known(me, id);
        return done(acts.finish(id, me.id()), me, id, "ended a talk");
    }

    @PostMapping("/desk/questions/{id}/draft")
    String draft(@ModelAttribute("me") Organizer me, @PathVariable String id) {
        known(me, id);
        return done(acts.learn(id, me.id()), me, id, "made a draft of an answer");
    }
}
