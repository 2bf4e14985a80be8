package org.pokana.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.pokana.console.Frame.Visit;
import org.pokana.messaging.Words;
import org.pokana.privacy.PrivacyNotice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is kept about people, in the words of the chat. */
@Controller
class PrivacyPage {

    private final PrivacyNotice notice;
    private final Words words;
    private final Frame frame;

    PrivacyPage(PrivacyNotice notice, Words words, Frame frame) {
        this.notice = notice;
        this.words = words;
        this.frame = frame;
    }

    @GetMapping("/privacy")
    String show(Locale language, HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute("notice", Prose.of(words.say(notice.notice(), language)));
        model.addAttribute("more", Prose.of(words.say(notice.more(), language)));
        var page = frame.words(language);
        return frame.show(
                "public/privacy",
                "privacy",
                page.say("public.privacy-title"),
                page.say("public.privacy"),
                new Visit(language, request, response, model));
    }
}
