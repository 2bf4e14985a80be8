package org.pokana.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pokana.desk.DeskLinks;
import org.pokana.desk.DeskLinks.Used;
import org.pokana.desk.DeskSessions;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.messaging.Links;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in and out of the desk. Opening a link shows a button and changes nothing, as messengers open links, too. */
@DeskPage
class SignInController {

    private final DeskLinks links;
    private final DeskSessions sessions;
    private final DeskCookie cookie;
    private final Attempts attempts;
    private final Links chats;

    SignInController(DeskLinks links, DeskSessions sessions, DeskCookie cookie, Attempts attempts, Links chats) {
        this.links = links;
        this.sessions = sessions;
        this.cookie = cookie;
        this.attempts = attempts;
        this.chats = chats;
    }

    @GetMapping(DeskRoutes.SIGN_IN)
    String how(Model model) {
        return page(model, "how", null);
    }

    @GetMapping("/" + DeskLinks.PAGE + "{token}")
    String ask(@PathVariable String token, Model model) {
        return page(model, "ask", token);
    }

    @PostMapping("/desk/in")
    String in(@RequestParam String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        var wait = attempts.wait(request.getRemoteAddr());
        if (!wait.isZero()) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
            return page(model, "too-many", null);
        }
        var used = links.use(token);
        if (used instanceof Used.By by) {
            var device = Device.of(request.getHeader(HttpHeaders.USER_AGENT));
            var session = sessions.open(by.who(), device);
            cookie.write(request, response, DeskCookie.SESSION, session, DeskSessions.LONGEST);
            cookie.write(request, response, DeskCookie.ENTRY, null, Duration.ZERO);
            return "redirect:" + DeskRoutes.DESK;
        }
        if (used instanceof Used.NoOwnerYet) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(model, "no-owner", token);
        }
        attempts.failed(request.getRemoteAddr());
        response.setStatus(HttpStatus.GONE.value());
        return page(model, "used", null);
    }

    @PostMapping("/desk/out")
    String out(@ModelAttribute("me") Organizer me, HttpServletRequest request, HttpServletResponse response) {
        sessions.end(me.id(), me.session());
        cookie.write(request, response, DeskCookie.SESSION, null, Duration.ZERO);
        return "redirect:" + DeskRoutes.SIGN_IN + "?done=out";
    }

    private String page(Model model, String state, @Nullable String token) {
        model.addAttribute("state", state);
        model.addAttribute("token", Objects.requireNonNullElse(token, ""));
        model.addAttribute("chats", chats.elsewhere("desk"));
        return "desk/sign-in";
    }
}
