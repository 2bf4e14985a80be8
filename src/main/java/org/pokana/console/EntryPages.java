package org.pokana.console;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.faq.Editing;
import org.pokana.faq.Opinions;
import org.pokana.faq.Review;
import org.pokana.faq.Version;
import org.pokana.messaging.Words;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One entry as people see it, what they think of it, how it came about, and what one press does with it. */
@DeskPage
class EntryPages {

    private final Editing editing;
    private final Opinions opinions;
    private final KnowledgeOutcome outcome;
    private final TeamNames names;
    private final Words words;
    private final ZoneId zone;
    private final Clock clock;

    EntryPages(
            Editing editing,
            Opinions opinions,
            KnowledgeOutcome outcome,
            TeamNames names,
            Words words,
            ConsoleSettings settings,
            Clock clock) {
        this.editing = editing;
        this.opinions = opinions;
        this.outcome = outcome;
        this.names = names;
        this.words = words;
        this.zone = settings.zone();
        this.clock = clock;
    }

    /** One step of how an entry came about. */
    public record Step(long number, ZonedDateTime at, String who, String change, String why) {}

    @GetMapping("/desk/knowledge/entries/{id}")
    String show(
            @PathVariable String id,
            @RequestParam @Nullable Long version,
            @RequestParam(defaultValue = "0") long undone,
            Locale language,
            Model model) {
        var history = editing.history(id);
        if (history.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var now = history.get(0);
        var shown = history.stream()
                .filter(each -> version != null && each.number() == version)
                .findFirst()
                .orElse(now);
        var page = new PageWords(words, language);
        model.addAttribute("now", now);
        model.addAttribute("shown", shown);
        model.addAttribute("label", now.entry().label().in(language));
        model.addAttribute(
                "sides",
                EntryForm.LANGUAGES.stream()
                        .map(tag -> Side.of(shown.entry(), tag))
                        .toList());
        model.addAttribute("due", Review.isDue(now.entry(), YearMonth.now(clock)));
        model.addAttribute("opinion", opinions.of(id).orElse(null));
        model.addAttribute(
                "history", history.stream().map(each -> step(each, page)).toList());
        if (undone > 0 && undone == now.number() - 1) {
            model.addAttribute(
                    "undo", "/desk/knowledge/entries/" + id + "/versions/" + undone + "?seen=" + now.number());
        }
        return "desk/entry";
    }

    private Step step(Version version, PageWords page) {
        var who = version.by().map(by -> names.of(by, page)).orElse("–");
        var restored = version.change() == Version.Change.RESTORED;
        return new Step(
                version.number(),
                version.at().atZone(zone),
                who,
                version.change().name(),
                version.why() == null
                        ? ""
                        : restored ? page.say("console.knowledge-from-version", version.why()) : version.why());
    }

    @PostMapping("/desk/knowledge/entries/{id}/confirmation")
    String confirm(@ModelAttribute("me") Organizer me, @PathVariable String id, @RequestParam long seen) {
        return outcome.of(editing.confirm(id, seen, me.id()), me, id, "confirmed an answer");
    }

    @PostMapping("/desk/knowledge/entries/{id}/retirement")
    String retire(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @RequestParam long seen,
            @RequestParam(defaultValue = "") String why) {
        return outcome.of(editing.retire(id, seen, me.id(), Side.reason(why)), me, id, "retired an answer");
    }

    @PostMapping("/desk/knowledge/entries/{id}/versions/{number}")
    String restore(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @PathVariable long number,
            @RequestParam long seen) {
        return outcome.of(editing.restore(id, seen, number, me.id()), me, id, "restored an answer");
    }

    @PostMapping("/desk/knowledge/entries/{id}/examples")
    String addExample(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @RequestParam long seen,
            @RequestParam String language,
            @RequestParam String example) {
        var added = editing.addExample(id, seen, Locale.forLanguageTag(language), Side.oneLine(example), me.id());
        return outcome.of(added, me, id, "added an example");
    }
}
