package org.pokana.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.faq.Drafts;
import org.pokana.helpdesk.QuestionActs;
import org.pokana.helpdesk.TeamQuestion;
import org.pokana.helpdesk.TeamQuestions;
import org.pokana.kernel.Ids;
import org.pokana.messaging.Words;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The questions that wait for a person, one of them with all that was said, and those that are closed. */
@DeskPage
class InboxPages {

    private static final int ON_A_PAGE = 40;
    private static final int LONGEST = 100;

    private final TeamQuestions questions;
    private final QuestionActs acts;
    private final Drafts drafts;
    private final Words words;
    private final Ids ids;
    private final ZoneId zone;
    private final Clock clock;

    InboxPages(
            TeamQuestions questions,
            QuestionActs acts,
            Drafts drafts,
            Words words,
            Ids ids,
            ConsoleSettings settings,
            Clock clock) {
        this.questions = questions;
        this.acts = acts;
        this.drafts = drafts;
        this.words = words;
        this.ids = ids;
        this.zone = settings.zone();
        this.clock = clock;
    }

    @GetMapping("/desk/questions")
    String open(@ModelAttribute("me") Organizer me, Locale language, Model model) {
        model.addAttribute("rows", questions.open(me.contact(), language));
        model.addAttribute("times", new Times(zone, clock.instant(), new PageWords(words, language)));
        return "desk/questions";
    }

    @GetMapping("/desk/questions/closed")
    String closed(
            @ModelAttribute("me") Organizer me,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Locale language,
            Model model) {
        var asked = q.substring(0, Math.min(LONGEST, q.length()));
        var found = questions.closed(asked, me.contact(), language);
        int pages = (found.size() + ON_A_PAGE - 1) / ON_A_PAGE;
        int shown = Math.max(0, Math.min(page, pages - 1));
        model.addAttribute("asked", asked);
        model.addAttribute("all", found.size());
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "rows",
                found.stream().skip((long) shown * ON_A_PAGE).limit(ON_A_PAGE).toList());
        model.addAttribute("times", new Times(zone, clock.instant(), new PageWords(words, language)));
        return "desk/questions-closed";
    }

    @GetMapping("/desk/questions/{id}")
    String show(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String who,
            Locale language,
            Model model) {
        var question = questions
                .find(id, me.contact(), language)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var part = who.substring(0, Math.min(LONGEST, who.length()));
        model.addAttribute("question", question);
        model.addAttribute("times", new Times(zone, clock.instant(), new PageWords(words, language)));
        model.addAttribute("event", ids.next());
        model.addAttribute("longest", QuestionActs.LONGEST);
        model.addAttribute("reasons", QuestionActs.REASONS);
        model.addAttribute("draft", drafts.find(id).isPresent());
        model.addAttribute("who", part);
        model.addAttribute("people", question.can("FORWARD") ? acts.toForwardTo(part, me.id()) : List.of());
        return "desk/question";
    }

    /** When something was, for people of the house's zone. */
    public record Times(ZoneId zone, Instant now, PageWords words) {

        public ZonedDateTime at(Instant moment) {
            return moment.atZone(zone);
        }

        /** How long it waits by now. */
        public String age(TeamQuestion question) {
            long hours = Duration.between(question.at(), now).toHours();
            return hours < 24 ? words.say("questions.hours", hours) : words.say("questions.days", hours / 24);
        }
    }
}
