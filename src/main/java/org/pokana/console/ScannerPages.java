package org.pokana.console;

import java.time.Clock;
import java.util.Locale;
import org.pokana.audit.Audit;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.forum.Forums;
import org.pokana.messaging.Links;
import org.pokana.paper.QrCode;
import org.pokana.scanner.Scanners;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Makes the phone of whoever stands at the door a scanner: it scans the link from the screen, or opens it. */
@DeskPage
class ScannerPages {

    private final Forums forums;
    private final Scanners scanners;
    private final Links links;
    private final Audit audit;
    private final Clock clock;

    ScannerPages(Forums forums, Scanners scanners, Links links, Audit audit, Clock clock) {
        this.forums = forums;
        this.scanners = scanners;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /** The link is on the page that answers, and on no other. */
    @PostMapping("/desk/forums/{id}/scanner")
    String open(@ModelAttribute("me") Organizer me, @PathVariable String id, Locale language, Model model) {
        var forum = forums.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!forum.canBeNoted(clock.instant())) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        var link = links.page("scanner#" + scanners.link(id, me.id()));
        audit.note(me.id(), "opened a scanner", id);
        model.addAttribute("id", id);
        model.addAttribute("of", forum.title().in(language));
        model.addAttribute("link", link);
        model.addAttribute("code", QrCode.svg(link));
        return "desk/scanner";
    }
}
