package org.pokana.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact;
import org.pokana.desk.DeskSessions;
import org.pokana.desk.Threshold;
import org.pokana.messaging.Links;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the ways into the desk have in common: the page that they share, those who are asked to wait, and the step in. */
@Component
class SignInPage {

    private final Threshold threshold;
    private final DeskCookie cookie;
    private final Attempts attempts;
    private final Links chats;

    SignInPage(Threshold threshold, DeskCookie cookie, Attempts attempts, Links chats) {
        this.threshold = threshold;
        this.cookie = cookie;
        this.attempts = attempts;
        this.chats = chats;
    }

    /** @param state what the page says, as {@code console.in-<state>} */
    String show(Model model, String state, @Nullable String token) {
        model.addAttribute("state", state);
        model.addAttribute("token", Objects.requireNonNullElse(token, ""));
        model.addAttribute("chats", chats.elsewhere("desk"));
        return "desk/sign-in";
    }

    /** How long nobody is listened to where this comes from; zero if they are. */
    Duration wait(HttpServletRequest request) {
        return attempts.wait(request.getRemoteAddr());
    }

    void failed(HttpServletRequest request) {
        attempts.failed(request.getRemoteAddr());
    }

    String later(Model model, String state, Duration wait, HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
        return show(model, state, null);
    }

    /** With another session than before, whatever the browser came with. */
    String letIn(Contact who, Threshold.By by, HttpServletRequest request, HttpServletResponse response) {
        var device = Device.of(request.getHeader(HttpHeaders.USER_AGENT));
        var before = cookie.read(request, DeskCookie.SESSION);
        var session = threshold.welcome(who, by, device, before);
        cookie.write(request, response, DeskCookie.SESSION, session, DeskSessions.LONGEST);
        cookie.write(request, response, DeskCookie.ENTRY, null, Duration.ZERO);
        return "redirect:" + DeskRoutes.DESK;
    }
}
