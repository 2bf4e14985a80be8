package org.pokana.console;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.pokana.desk.DeskPasswords;
import org.pokana.desk.DeskPasswords.SetUp;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.messaging.Links;
import org.pokana.paper.QrCode;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody sets up a password and an app for one-time codes for themselves, and ends that again. */
@DeskPage
class AccessController {

    private static final String PAGE = "/desk/access";

    private final DeskPasswords passwords;
    private final Links links;
    private final ZoneId zone;

    AccessController(DeskPasswords passwords, Links links, ConsoleSettings settings) {
        this.passwords = passwords;
        this.links = links;
        this.zone = settings.zone();
    }

    @GetMapping(PAGE)
    String show(@ModelAttribute("me") Organizer me, Model model) {
        var on = passwords.of(me.id());
        on.ifPresent(password -> {
            model.addAttribute("on", password);
            model.addAttribute("since", password.since().atZone(zone));
        });
        return on.isPresent() ? "desk/access" : form("", passwords.freshSecret(), model);
    }

    /** @param secret stays the same until a code shows that the app has it */
    private String form(String name, String secret, Model model) {
        var link = link(secret);
        model.addAttribute("name", name);
        model.addAttribute("secret", secret);
        model.addAttribute("readable", String.join(" ", secret.split("(?<=\\G.{4})")));
        model.addAttribute("link", link);
        model.addAttribute("code", QrCode.svg(link));
        return "desk/access";
    }

    /** As apps for one-time codes read it; short, so that the code is coarse enough for any camera. */
    private String link(String secret) {
        var here = URI.create(links.page("")).getHost();
        return "otpauth://totp/Pokana:%s?secret=%s&issuer=Pokana".formatted(here, secret);
    }

    /** The recovery codes are on the page that answers, and on no other. */
    @PostMapping(PAGE)
    String setUp(
            @ModelAttribute("me") Organizer me,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String code,
            Model model) {
        var set = passwords.setUp(me.contact(), name, password, secret, code);
        if (set instanceof SetUp.Done done) {
            return codes(done.recoveryCodes(), model);
        }
        var fault = ((SetUp.Wrong) set).fault();
        if (fault == DeskPasswords.Fault.ON_ALREADY) {
            return "redirect:" + PAGE;
        }
        model.addAttribute("fault", fault);
        boolean kept = secret.matches(DeskPasswords.SECRET);
        return form(name, kept ? secret : passwords.freshSecret(), model);
    }

    private static String codes(List<String> codes, Model model) {
        model.addAttribute("codes", String.join("\n", codes));
        return "desk/access";
    }

    @PostMapping(PAGE + "/codes")
    String freshCodes(@ModelAttribute("me") Organizer me, Model model) {
        var codes = passwords.freshCodes(me.id());
        return codes.isEmpty() ? "redirect:" + PAGE : codes(codes, model);
    }

    @PostMapping(PAGE + "/end")
    String end(@ModelAttribute("me") Organizer me) {
        passwords.end(me.id());
        return "redirect:" + PAGE + "?done=password-off";
    }
}
