package org.pokana.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Role;
import org.pokana.desk.DeskSessions.Organizer;
import org.springframework.web.util.UriComponentsBuilder;

/** What stands around a page of the desk: where one can go, who is signed in, and what was just done. */
public final class DeskShell {

    private static final List<Section> SECTIONS = List.of(
            new Section("overview", DeskRoutes.DESK, Role.VIEWER),
            new Section("forums", "/desk/forums", Role.VIEWER),
            new Section("announcements", "/desk/announcements", Role.ORGANIZER),
            new Section("questions", "/desk/questions", Role.ORGANIZER),
            new Section("contacts", "/desk/contacts", Role.ORGANIZER),
            new Section("knowledge", "/desk/knowledge", Role.ORGANIZER),
            new Section("team", "/desk/team", Role.OWNER),
            new Section("settings", "/desk/settings", Role.OWNER),
            new Section("audit", "/desk/audit", Role.OWNER));

    /** What an address says of something just done, which is not said again. */
    private static final List<String> SAID_ONCE = List.of("done", "about", "undone");

    private final PageWords words;
    private final @Nullable Organizer me;
    private final HttpServletRequest request;

    DeskShell(PageWords words, @Nullable Organizer me, HttpServletRequest request) {
        this.words = words;
        this.me = me;
        this.request = request;
    }

    /** A part of the desk, named by {@code console.section-<name>}. */
    public record Section(String name, String path, Role role) {}

    public List<Section> sections() {
        var organizer = me;
        return organizer == null
                ? List.of()
                : SECTIONS.stream()
                        .filter(section -> organizer.may(section.role()))
                        .toList();
    }

    /** Whether a section, or a page within it, is shown. */
    public boolean isHere(Section section) {
        var path = request.getRequestURI();
        return path.equals(section.path())
                || !section.path().equals(DeskRoutes.DESK) && path.startsWith(section.path() + "/");
    }

    public boolean may(String role) {
        return me != null && me.may(Role.valueOf(role));
    }

    public String name() {
        return me == null
                ? ""
                : Objects.requireNonNullElse(me.contact().profile().name(), roleName());
    }

    /** The highest of them, in words. */
    public String roleName() {
        var highest = may("OWNER") ? "OWNER" : may("ORGANIZER") ? "ORGANIZER" : "VIEWER";
        return words.say("console.role-" + highest);
    }

    /** Whether it shows what somebody has sent, which is nowhere else until they send it once more. */
    public boolean isUnsaved() {
        return request.getMethod().equals("POST");
    }

    /** The same page in another language, with all that was looked for. */
    public String inLanguage(String language) {
        var page = isUnsaved() ? above() : here();
        return page.replaceQueryParam("lang", language).build().toUriString();
    }

    private UriComponentsBuilder here() {
        var page = UriComponentsBuilder.fromPath(request.getRequestURI()).query(request.getQueryString());
        SAID_ONCE.forEach(page::replaceQueryParam);
        return page;
    }

    /** What only answers a form is no page of its own. */
    private UriComponentsBuilder above() {
        var path = request.getRequestURI();
        while (!DeskRoutes.isPage(path) && path.length() > DeskRoutes.DESK.length()) {
            path = path.substring(0, path.lastIndexOf('/'));
        }
        return UriComponentsBuilder.fromPath(path);
    }

    /** What was just done, in words; null when nothing was. Only what we have words for is ever said. */
    public @Nullable String done() {
        var done = request.getParameter("done");
        if (done == null || !done.matches("[a-z-]{1,40}") || !words.knows("console.done-" + done)) {
            return null;
        }
        var about = Objects.requireNonNullElse(request.getParameter("about"), "");
        return words.say("console.done-" + done, about.substring(0, Math.min(80, about.length())));
    }
}
