package org.pokana.console;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.archive.Archive;
import org.pokana.archive.Archive.Found;
import org.pokana.archive.KeepingUp;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Chats.Side;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Finds what was said, in all talks or in one. */
@DeskPage
class SaidPages {

    private static final int ON_A_PAGE = 20;
    private static final int LONGEST = 100;

    private final Archive archive;
    private final KeepingUp keepingUp;
    private final Contacts contacts;
    private final Looks looks;
    private final ZoneId zone;

    SaidPages(Archive archive, KeepingUp keepingUp, Contacts contacts, Looks looks, ConsoleSettings settings) {
        this.archive = archive;
        this.keepingUp = keepingUp;
        this.contacts = contacts;
        this.looks = looks;
        this.zone = settings.zone();
    }

    /**
     * @param who in whose talk; empty for all
     * @param side {@code OURS} for what we said, {@code ALL} for both, else what people said
     * @param before where to go on
     */
    @GetMapping("/desk/contacts/said")
    String find(
            @ModelAttribute("me") Organizer me,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String side,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        var asked = q.substring(0, Math.min(LONGEST, q.length())).strip();
        var person = who.isEmpty() ? null : readable(who);
        var page = asked.isEmpty()
                ? new Archive.Page(List.of(), null)
                : archive.find(asked, where(person), side(side), before, ON_A_PAGE);
        if (!asked.isEmpty()) {
            note(me, person);
        }
        model.addAttribute("asked", asked);
        model.addAttribute("person", person);
        model.addAttribute("side", side.equals("ALL") || side.equals("OURS") ? side : "THEIRS");
        model.addAttribute("found", page.found().stream().map(this::shown).toList());
        model.addAttribute("next", page.next());
        model.addAttribute("from", before);
        model.addAttribute("behind", keepingUp.isBehind());
        return "desk/said";
    }

    private Contact readable(String id) {
        return contacts.find(new ContactId(id))
                .filter(Archive::mayBeRead)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static @Nullable List<org.pokana.kernel.Address> where(@Nullable Contact person) {
        return person == null ? null : TalkPages.addresses(person);
    }

    private static @Nullable Side side(String name) {
        return name.equals("ALL") ? null : name.equals("OURS") ? Side.OURS : Side.THEIRS;
    }

    private void note(Organizer me, @Nullable Contact person) {
        Optional.ofNullable(person)
                .ifPresentOrElse(one -> looks.note(me, Looks.INTO_A_TALK, one), () -> looks.noteSearch(me));
    }

    /** Where it stands in the talk. */
    public record Shown(Found found, String place, java.time.ZonedDateTime at) {

        public String link() {
            return "/desk/contacts/" + found.with().key() + "/talk?at="
                    + found.said().at().toEpochMilli() + "#" + place;
        }
    }

    private Shown shown(Found found) {
        return new Shown(found, TalkView.place(found.said()), found.said().at().atZone(zone));
    }
}
