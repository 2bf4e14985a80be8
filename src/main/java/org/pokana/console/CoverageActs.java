package org.pokana.console;

import org.pokana.audit.Audit;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.forum.Forums;
import org.pokana.forum.Outreach;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Notes from where people were invited, and takes a note back that was a mistake. */
@DeskPage
class CoverageActs {

    private final Forums forums;
    private final Outreach outreach;
    private final Audit audit;

    CoverageActs(Forums forums, Outreach outreach, Audit audit) {
        this.forums = forums;
        this.outreach = outreach;
        this.audit = audit;
    }

    /** Somebody has sent the invitation: the cell is no longer one that nobody has thought of. */
    @PostMapping("/desk/coverage/{municipality}/{group}/{forum}/invited")
    String invited(
            @ModelAttribute("me") Organizer me,
            @PathVariable String municipality,
            @PathVariable String group,
            @PathVariable String forum) {
        CoverageController.check(municipality, group);
        var to = forums.find(forum).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (outreach.invited(to.id(), municipality, group, me.id())) {
            audit.note(me.id(), "invited from a place", to.id() + " " + municipality + " " + group);
        }
        return "redirect:" + CoverageController.page(municipality, group) + "?done=invited&undone=" + to.id();
    }

    @PostMapping("/desk/coverage/{municipality}/{group}/{forum}/mistake")
    String mistake(
            @ModelAttribute("me") Organizer me,
            @PathVariable String municipality,
            @PathVariable String group,
            @PathVariable String forum) {
        CoverageController.check(municipality, group);
        if (outreach.takeBack(forum, municipality, group)) {
            audit.note(me.id(), "took an invitation back", forum + " " + municipality + " " + group);
        }
        return "redirect:" + CoverageController.page(municipality, group) + "?done=invited-not";
    }
}
