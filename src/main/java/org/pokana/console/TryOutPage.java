package org.pokana.console;

import java.util.Locale;
import org.pokana.faq.TryOut;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody would get who asks this, and why. */
@DeskPage
class TryOutPage {

    private static final int LONGEST = 300;
    private static final int MOST = 5;

    private final TryOut tryOut;

    TryOutPage(TryOut tryOut) {
        this.tryOut = tryOut;
    }

    @GetMapping("/desk/knowledge/try")
    String show(@RequestParam(defaultValue = "") String q, Model model) {
        var asked = Side.oneLine(q);
        asked = asked.substring(0, Math.min(LONGEST, asked.length()));
        model.addAttribute("asked", asked);
        model.addAttribute("longest", LONGEST);
        if (!asked.isEmpty()) {
            var tried = tryOut.ask(asked, MOST);
            model.addAttribute(
                    "outcome", tried.understanding().getClass().getSimpleName().toLowerCase(Locale.ROOT));
            model.addAttribute("trials", tried.nearest());
        }
        return "desk/try-out";
    }
}
