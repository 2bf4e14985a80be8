package org.pokana.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.pokana.desk.DeskLinks;
import org.pokana.desk.DeskLinks.Used;
import org.pokana.desk.DeskSessions;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.desk.Threshold;
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
    private final SignInPage page;

    SignInController(DeskLinks links, DeskSessions sessions, DeskCookie cookie, SignInPage page) {
        this.links = links;
        this.sessions = sessions;
        this.cookie = cookie;
        this.page = page;
    }

    @GetMapping(DeskRoutes.SIGN_IN)
    String how(Model model) {
        return page.show(model, "how", null);
    }

    @GetMapping("/" + DeskLinks.PAGE + "{token}")
    String ask(@PathVariable String token, Model model) {
        return page.show(model, "ask", token);
    }

    @PostMapping("/desk/in")
    String in(@RequestParam String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        var wait = page.wait(request);
        if (!wait.isZero()) {
            return page.later(model, "too-many", wait, response);
        }
        var used = links.use(token);
        if (used instanceof Used.By by) {
            return page.letIn(by.who(), Threshold.By.LINK, request, response);
        }
        if (used instanceof Used.NoOwnerYet) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return page.show(model, "no-owner", token);
        }
        page.failed(request);
        response.setStatus(HttpStatus.GONE.value());
        return page.show(model, "used", null);
    }

    @PostMapping("/desk/out")
    String out(@ModelAttribute("me") Organizer me, HttpServletRequest request, HttpServletResponse response) {
        sessions.end(me.id(), me.session());
        cookie.write(request, response, DeskCookie.SESSION, null, Duration.ZERO);
        return "redirect:" + DeskRoutes.SIGN_IN + "?done=out";
    }
}
