package org.pokana.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.pokana.console.Frame.Visit;
import org.pokana.console.Note.Way;
import org.pokana.faq.FaqEntry;
import org.pokana.faq.KnowledgeBase;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The questions and their checked answers: by topic, by people's own words, and a page for each. */
@Controller
@RequestMapping("/questions")
class QuestionPages {

    /** A whole office may come from one address; nobody reads that fast. */
    private static final int SEARCHES_A_MINUTE = 60;

    private final KnowledgeBase knowledge;
    private final Finding finding;
    private final Frame frame;
    private final Turnstile turnstile;

    QuestionPages(KnowledgeBase knowledge, Finding finding, Frame frame, Clock clock) {
        this.knowledge = knowledge;
        this.finding = finding;
        this.frame = frame;
        this.turnstile = new Turnstile(clock, SEARCHES_A_MINUTE);
    }

    @GetMapping
    String index(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String topic,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var visit = new Visit(language, request, response, model);
        var words = frame.words(language);
        var asked = Finding.asked(q);
        model.addAttribute("asked", asked);
        model.addAttribute("topics", knowledge.topics());
        model.addAttribute("topic", knowledge.topics().contains(topic) ? topic : "");
        model.addAttribute("longest", Finding.LONGEST);
        if (!asked.isEmpty()) {
            search(asked, words, visit);
        }
        model.addAttribute("byTopic", byTopic(topic, words));
        return frame.show(
                "public/questions",
                "questions",
                words.say("public.questions-title"),
                words.say("public.questions-lead"),
                visit);
    }

    private void search(String asked, PageWords words, Visit visit) {
        if (turnstile.lets(visit.request().getRemoteAddr())) {
            visit.model().addAttribute("found", finding.find(asked, words));
            return;
        }
        visit.response().setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        visit.response().setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Turnstile.TURN.toSeconds()));
        visit.model().addAttribute("tooMany", true);
    }

    /** One topic if it was chosen, else all. */
    private LinkedHashMap<String, List<QuestionCard>> byTopic(String chosen, PageWords words) {
        var shown = new LinkedHashMap<String, List<QuestionCard>>();
        boolean one = knowledge.topics().contains(chosen);
        for (String topic : one ? List.of(chosen) : knowledge.topics()) {
            shown.put(topic, cards(knowledge.about(topic), words));
        }
        return shown;
    }

    private static List<QuestionCard> cards(List<FaqEntry> entries, PageWords words) {
        return entries.stream().map(entry -> QuestionCard.of(entry, words)).toList();
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable String id,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var visit = new Visit(language, request, response, model);
        var words = frame.words(language);
        return knowledge
                .entry(id)
                .map(entry -> show(entry, words, visit))
                .orElseGet(() -> frame.notFound(
                        "public.question-unknown", new Way(words.say("public.all-questions"), "/questions"), visit));
    }

    private String show(FaqEntry entry, PageWords words, Visit visit) {
        var card = QuestionCard.of(entry, words);
        var related = entry.related().stream()
                .flatMap(other -> knowledge.entry(other).stream())
                .toList();
        visit.model().addAttribute("question", card).addAttribute("related", cards(related, words));
        return frame.show("public/question", "questions/" + card.id(), card.question(), card.answer(), visit);
    }
}
