package org.pokana.console;

import java.util.Locale;
import org.pokana.desk.DeskSessions.Organizer;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Whether people can be reached: how each channel fares, what waits, and a message to oneself to see it arrive. */
@DeskPage
class ChannelPages {

    private final Lights lights;
    private final Trials trials;

    ChannelPages(Lights lights, Trials trials) {
        this.lights = lights;
        this.trials = trials;
    }

    @GetMapping("/desk/settings/channels")
    String show(
            @ModelAttribute("me") Organizer me,
            @RequestParam(defaultValue = "") String trial,
            Locale language,
            Model model) {
        model.addAttribute("channels", lights.channels(me.contact(), language));
        model.addAttribute("concerns", lights.concerns(language));
        model.addAttribute("store", lights.store());
        model.addAttribute("waiting", lights.waiting());
        model.addAttribute("trial", trials.find(trial, me.id()).orElse(null));
        return "desk/channels";
    }

    /** Really sends, so that one sees whether it arrives. */
    @PostMapping("/desk/settings/channels/{channel}/trial")
    String send(@ModelAttribute("me") Organizer me, @PathVariable String channel, Locale language) {
        var id = trials.send(me.contact(), channel, language)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return "redirect:/desk/settings/channels?trial=" + id;
    }

    /** What became of it, until that is known. */
    @GetMapping("/desk/settings/trials/{id}")
    String follow(@ModelAttribute("me") Organizer me, @PathVariable String id, Model model) {
        var trial = trials.find(id, me.id()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("trial", trial);
        return "desk/channels :: trial";
    }
}
