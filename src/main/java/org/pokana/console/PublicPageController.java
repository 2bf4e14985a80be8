package org.pokana.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.pokana.console.Frame.Visit;
import org.pokana.contact.Responsible;
import org.pokana.faq.KnowledgeBase;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page everybody sees: what this is, the next forums, the chat, and what people ask. */
@Controller
class PublicPageController {

    private final ForumCards forums;
    private final KnowledgeBase knowledge;
    private final Responsible responsible;
    private final Frame frame;

    PublicPageController(ForumCards forums, KnowledgeBase knowledge, Responsible responsible, Frame frame) {
        this.forums = forums;
        this.knowledge = knowledge;
        this.responsible = responsible;
        this.frame = frame;
    }

    @GetMapping("/")
    String show(Locale language, HttpServletRequest request, HttpServletResponse response, Model model) {
        var words = frame.words(language);
        model.addAttribute("forums", forums.in(language));
        model.addAttribute("topics", knowledge.topics());
        model.addAttribute("longest", Finding.LONGEST);
        model.addAttribute("reach", responsible.reach().orElse(null));
        model.addAttribute("elsewhere", frame.elsewhere("forums", language));
        return frame.show(
                "public/index",
                "",
                words.say("public.page-title"),
                words.say("public.description"),
                new Visit(language, request, response, model));
    }
}
