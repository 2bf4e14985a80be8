package org.pokana.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.helpdesk.TeamQuestions;
import org.pokana.messaging.Words;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of the desk shows around itself. */
@ControllerAdvice(annotations = DeskPage.class)
class DeskPages {

    private final Words words;
    private final PageLanguage languages;
    private final TeamQuestions questions;

    DeskPages(Words words, PageLanguage languages, TeamQuestions questions) {
        this.words = words;
        this.languages = languages;
        this.questions = questions;
    }

    /** Hands controllers whoever is signed in; null only where nobody has to be. */
    @ModelAttribute("me")
    @Nullable
    Organizer me(@Nullable Authentication signedIn) {
        return signedIn != null && signedIn.getPrincipal() instanceof Organizer organizer ? organizer : null;
    }

    @ModelAttribute
    void around(
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication signedIn,
            Model model) {
        languages.remember(request, response);
        var page = new PageWords(words, language);
        model.addAttribute("words", page);
        model.addAttribute("languages", List.of("bg", "en"));
        var shell = new DeskShell(page, me(signedIn), request);
        model.addAttribute("shell", shell);
        if (shell.may("ORGANIZER") && request.getHeader("HX-Request") == null) {
            model.addAttribute("openQuestions", questions.waiting());
        }
    }
}
