package org.pokana.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.pokana.audit.Audit;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.followup.Album;
import org.pokana.followup.Album.Standing;
import org.pokana.forum.Forums;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Which photos of a forum everybody may see: those that somebody has looked at and answers for. */
@DeskPage
class AlbumActs {

    /** Each is made smaller at once, while whoever asked for it waits. */
    static final int MOST = 40;

    private final Forums forums;
    private final Album album;
    private final Audit audit;

    AlbumActs(Forums forums, Album album, Audit audit) {
        this.forums = forums;
        this.album = album;
        this.audit = audit;
    }

    /**
     * @param photo numbers
     * @param sure whether they said that nobody can be recognised, or that everybody who can be agreed; not asked for hiding
     */
    @PostMapping("/desk/forums/{id}/album")
    String act(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<String> photo,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String sure) {
        if (forums.find(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var numbers = photo.stream()
                .filter(each -> each.matches("[1-9]\\d{0,5}"))
                .distinct()
                .map(Integer::valueOf)
                .toList();
        if (numbers.isEmpty()) {
            return back(id, "photo-none", "");
        }
        return switch (act) {
            case "hide" -> hide(me, id, numbers);
            case "show" -> numbers.size() > MOST ? back(id, "photo-many", "" + MOST) : show(me, id, numbers, sure);
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
    }

    private String show(Organizer me, String id, List<Integer> numbers, String sure) {
        if (!sure.equals("true")) {
            return back(id, "photo-unsure", "");
        }
        var became = new LinkedHashMap<Integer, Standing>();
        numbers.forEach(number -> became.put(number, album.show(id, number)));
        var shown = numbers.stream()
                .filter(number -> became.get(number) == Standing.SHOWN)
                .toList();
        var others = numbers.stream().filter(number -> !shown.contains(number)).toList();
        if (!shown.isEmpty()) {
            audit.note(me.id(), "showed photos", id + " " + listed(shown));
        }
        return others.isEmpty()
                ? back(id, "photo-shown", "" + shown.size())
                : back(id, "photo-unshown", listed(others));
    }

    private String hide(Organizer me, String id, List<Integer> numbers) {
        var hidden = numbers.stream().filter(number -> album.hide(id, number)).toList();
        if (!hidden.isEmpty()) {
            audit.note(me.id(), "hid photos", id + " " + listed(hidden));
        }
        return back(id, "photo-hidden", "" + hidden.size());
    }

    private static String listed(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String back(String id, String done, String about) {
        return "redirect:/desk/forums/" + id + "/materials?done=" + done + "&about=" + about;
    }
}
