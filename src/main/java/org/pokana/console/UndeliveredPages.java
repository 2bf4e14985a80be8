package org.pokana.console;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.pokana.audit.Audit;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.messaging.Message.State;
import org.pokana.messaging.Undelivered;
import org.pokana.organizer.Losses;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What did not reach people in the last days: it is sent once more or let be, each no more than once for one look. */
@DeskPage
class UndeliveredPages {

    private static final String PAGE = "/desk/undelivered";

    private final Undelivered undelivered;
    private final Losses losses;
    private final Audit audit;
    private final Clock clock;

    UndeliveredPages(Undelivered undelivered, Losses losses, Audit audit, Clock clock) {
        this.undelivered = undelivered;
        this.losses = losses;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    String show(Model model) {
        var all = undelivered.all();
        long uncertain =
                all.stream().filter(each -> each.state() == State.UNCERTAIN).count();
        model.addAttribute("kinds", losses.byKind(all));
        model.addAttribute("people", losses.people(all));
        model.addAttribute("uncertain", uncertain);
        model.addAttribute("failed", all.size() - uncertain);
        model.addAttribute("looked", clock.instant().toEpochMilli());
        return "desk/undelivered";
    }

    /** @param looked when the page was shown: what went wrong later is not meant */
    @PostMapping(PAGE + "/again")
    String again(
            @ModelAttribute("me") Organizer me,
            @RequestParam(defaultValue = "0") long looked,
            @RequestParam(defaultValue = "false") boolean all) {
        var states = all ? List.of(State.FAILED, State.EXPIRED, State.UNCERTAIN) : List.of(State.FAILED, State.EXPIRED);
        long again = undelivered.sendAgain(Instant.ofEpochMilli(looked), states);
        if (again == 0) {
            return "redirect:" + PAGE + "?done=undelivered-already";
        }
        audit.note(me.id(), "sent undelivered messages again", String.valueOf(again));
        return "redirect:" + PAGE + "?done=undelivered-again&about=" + again;
    }

    @PostMapping(PAGE + "/dismissal")
    String dismiss(@ModelAttribute("me") Organizer me, @RequestParam(defaultValue = "0") long looked) {
        undelivered.dismiss(Instant.ofEpochMilli(Math.min(looked, clock.millis())));
        audit.note(me.id(), "let undelivered messages be", "");
        return "redirect:" + PAGE + "?done=undelivered-dismissed";
    }
}
