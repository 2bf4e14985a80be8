package org.pokana.console;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pokana.audit.Audit;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.faq.Draft;
import org.pokana.faq.Drafts;
import org.pokana.faq.Edited;
import org.pokana.faq.Edited.Fault;
import org.pokana.faq.KnowledgeBase;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Words;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Answers that wait to become entries: to be put into better words, published or discarded; new ones begin here, too. */
@DeskPage
class DraftPages {

    private static final String LIST = "redirect:/desk/knowledge/drafts";
    private static final int QUESTION = 150;
    private static final int ANSWER = 1200;
    private static final int SOURCE = 250;

    private final Drafts drafts;
    private final KnowledgeOutcome outcome;
    private final TeamNames names;
    private final Audit audit;
    private final Words words;
    private final ZoneId zone;

    DraftPages(
            Drafts drafts,
            KnowledgeOutcome outcome,
            TeamNames names,
            Audit audit,
            Words words,
            ConsoleSettings settings) {
        this.drafts = drafts;
        this.outcome = outcome;
        this.names = names;
        this.audit = audit;
        this.words = words;
        this.zone = settings.zone();
    }

    /** A draft and who gave the answer. */
    public record Row(Draft draft, String who, ZonedDateTime at) {}

    @GetMapping("/desk/knowledge/drafts")
    String list(@RequestParam(defaultValue = "") String undone, Locale language, Model model) {
        model.addAttribute(
                "rows",
                drafts.open().stream().map(draft -> row(draft, language)).toList());
        if (drafts.find(undone)
                .filter(each -> each.state() == Draft.State.DISCARDED)
                .isPresent()) {
            model.addAttribute("undo", "/desk/knowledge/drafts/" + undone + "/reopening");
        }
        return "desk/drafts";
    }

    private Row row(Draft draft, Locale language) {
        var page = new PageWords(words, language);
        var who = draft.author() == null ? "–" : names.of(new ContactId(draft.author()), page);
        return new Row(draft, who, draft.at().atZone(zone));
    }

    @PostMapping("/desk/knowledge/drafts")
    String propose(
            @ModelAttribute("me") Organizer me,
            @RequestParam String question,
            @RequestParam String answer,
            @RequestParam String source,
            @RequestParam(defaultValue = "bg") String speaks) {
        if (question.isBlank() || answer.isBlank() || source.isBlank()) {
            return LIST + "?done=draft-incomplete";
        }
        var language = Locale.forLanguageTag(speaks);
        var id = drafts.propose(
                cut(Side.oneLine(question), QUESTION),
                EntryForm.lines(answer),
                language,
                cut(Side.oneLine(source), SOURCE),
                me.id(),
                null);
        audit.note(me.id(), "wrote a draft", id);
        return LIST + "/" + id + "?done=wrote-a-draft";
    }

    private static String cut(String line, int most) {
        return line.substring(0, Math.min(most, line.length()));
    }

    @GetMapping("/desk/knowledge/drafts/{id}")
    String show(@PathVariable String id, Locale language, Model model) {
        return page(find(id), language, model, null);
    }

    private Draft find(String id) {
        return drafts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(Draft draft, Locale language, Model model, @Nullable Fault fault) {
        model.addAttribute("row", row(draft, language));
        model.addAttribute("topics", KnowledgeBase.TOPICS);
        model.addAttribute("fault", fault);
        return "desk/draft";
    }

    /** What was written is kept first, whatever becomes of the draft then. */
    @PostMapping("/desk/knowledge/drafts/{id}")
    String change(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @RequestParam String question,
            @RequestParam String answer,
            @RequestParam String topic,
            @RequestParam(defaultValue = "save") String act,
            Locale language,
            Model model) {
        var draft = find(id);
        var asked = Side.oneLine(question);
        var said = EntryForm.lines(answer);
        var fault = fault("question", asked, QUESTION);
        fault = fault != null ? fault : fault("answer", said, ANSWER);
        if (fault != null || !KnowledgeBase.TOPICS.contains(topic)) {
            return page(draft, language, model, fault != null ? fault : new Fault("topic", Fault.Kind.UNKNOWN, 0));
        }
        boolean changed = !draft.asked().equals(asked)
                || !draft.answer().equals(said)
                || !draft.topic().equals(topic);
        if (changed && !drafts.change(id, asked, said, topic)) {
            return LIST + "?done=draft-meanwhile";
        }
        return act.equals("publish") ? publish(me, id, language, model) : saved(me, id);
    }

    private static @Nullable Fault fault(String field, String text, int most) {
        return text.isEmpty()
                ? new Fault(field, Fault.Kind.MISSING, 0)
                : text.length() > most ? new Fault(field, Fault.Kind.TOO_LONG, most) : null;
    }

    private String saved(Organizer me, String id) {
        audit.note(me.id(), "changed a draft", id);
        return LIST + "/" + id + "?done=changed-a-draft";
    }

    private String publish(Organizer me, String id, Locale language, Model model) {
        var published = drafts.publish(id, me.id());
        if (published instanceof Edited.Refused refused) {
            return page(find(id), language, model, refused.fault());
        }
        return outcome.of(published, me, id, "published an answer");
    }

    @PostMapping("/desk/knowledge/drafts/{id}/discarding")
    String discard(@ModelAttribute("me") Organizer me, @PathVariable String id) {
        find(id);
        drafts.discard(id, me.id());
        audit.note(me.id(), "discarded a draft", id);
        return LIST + "?done=discarded-a-draft&undone=" + id;
    }

    @PostMapping("/desk/knowledge/drafts/{id}/reopening")
    String reopen(@ModelAttribute("me") Organizer me, @PathVariable String id) {
        find(id);
        drafts.reopen(id);
        audit.note(me.id(), "took a draft back", id);
        return LIST + "/" + id + "?done=took-a-draft-back";
    }
}
