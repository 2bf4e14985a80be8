package org.pokana.console;

import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.faq.Edited;
import org.pokana.faq.Edited.Fault;
import org.pokana.faq.Editing;
import org.pokana.faq.KnowledgeBase;
import org.pokana.faq.Version;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Changes an entry; whoever is too late gets the newer one, with what they wrote beside it. */
@DeskPage
class EntryEditing {

    private static final Map<String, String> LABELS =
            TooLate.inEachLanguage("console.knowledge-", "question", "label", "answer");

    private final Editing editing;
    private final KnowledgeOutcome outcome;

    EntryEditing(Editing editing, KnowledgeOutcome outcome) {
        this.editing = editing;
        this.outcome = outcome;
    }

    @GetMapping("/desk/knowledge/entries/{id}/edit")
    String form(@PathVariable String id, Locale language, Model model) {
        var now = now(id);
        return page(model, now, EntryForm.written(now.entry()), language, null);
    }

    private Version now(String id) {
        return editing.now(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String page(
            Model model, Version now, Map<String, String> form, Locale language, @Nullable Fault fault) {
        long filled = IntStream.range(0, EntryForm.MOST_SOURCES)
                .filter(i -> EntryForm.LANGUAGES.stream()
                        .anyMatch(tag -> !form.getOrDefault("source-" + i + "-" + tag, "")
                                .isBlank()))
                .count();
        model.addAttribute("now", now);
        model.addAttribute("label", now.entry().label().in(language));
        model.addAttribute("form", form);
        model.addAttribute("fault", fault);
        model.addAttribute("topics", KnowledgeBase.TOPICS);
        model.addAttribute(
                "sources",
                IntStream.rangeClosed(0, (int) Math.min(filled, EntryForm.MOST_SOURCES - 1))
                        .boxed()
                        .toList());
        return "desk/entry-edit";
    }

    @PostMapping("/desk/knowledge/entries/{id}/edit")
    String save(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @RequestParam long seen,
            @RequestParam Map<String, String> form,
            Locale language,
            Model model) {
        var now = now(id);
        var read = EntryForm.read(now.entry(), form);
        if (now.number() != seen) {
            return now.entry().equals(read.entry())
                    ? KnowledgeOutcome.page(id) + "?done=changed-an-answer"
                    : meanwhile(model, now, form, language);
        }
        var entry = read.entry();
        if (entry == null) {
            return page(model, now, form, language, read.fault());
        }
        if (entry.equals(now.entry())) {
            return KnowledgeOutcome.page(id) + "?done=answer-as-it-was";
        }
        var edited = editing.edit(entry, seen, me.id(), Side.reason(form.getOrDefault("why", "")));
        if (edited instanceof Edited.Refused refused) {
            return page(model, now, form, language, refused.fault());
        }
        return edited instanceof Edited.Overtaken overtaken
                ? meanwhile(model, overtaken.now(), form, language)
                : outcome.of(edited, me, id, "changed an answer");
    }

    /** Nothing that was written is lost: what differs from the newer one stands above it. */
    private static String meanwhile(Model model, Version now, Map<String, String> form, Locale language) {
        var newer = EntryForm.written(now.entry());
        model.addAttribute("meanwhile", true);
        model.addAttribute("theirs", TooLate.of(LABELS, form, newer));
        return page(model, now, newer, language, null);
    }
}
