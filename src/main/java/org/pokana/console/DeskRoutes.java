package org.pokana.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Role;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may go where: every route of the service stands here once, and a test fails on one that does not. Within the desk
 * whatever is not listed is closed.
 */
final class DeskRoutes {

    static final String DESK = "/desk";
    static final String SIGN_IN = "/desk/sign-in";

    private DeskRoutes() {}

    /**
     * @param role whose it is, and theirs who may do whatever that role may; null for everybody
     */
    record Route(
            HttpMethod method, String pattern, @Nullable Role role) {}

    /** They let in whom they know by other means: a cookie of their own, a secret, a token in the path, or everybody. */
    static final List<Route> PUBLIC = List.of(
            get("/", null),
            get("/calendar.ics", null),
            get("/forums", null),
            get("/forums/{id}", null),
            get("/forums/{id}.ics", null),
            get("/forums/{id}/qr.svg", null),
            get("/forums/{id}/photos/{number}", null),
            get("/forums/{id}/photos/{number}/{size}.jpg", null),
            get("/questions", null),
            get("/questions/{id}", null),
            get("/privacy", null),
            get("/widget", null),
            get("/widget.js", null),
            get("/certificate/{token}", null),
            get("/pass/{token}", null),
            get("/go/{forum}", null),
            get("/scanner", null),
            post("/scanner/session", null),
            get("/scanner/people", null),
            post("/scanner/notes", null),
            post("/chat/session", null),
            post("/chat/messages", null),
            post("/chat/files", null),
            get("/chat/history", null),
            get("/chat/events", null),
            get("/chat/files/{number}", null),
            get("/chat/media/{id}", null),
            post("/telegram/{name}", null),
            get("/error", null));

    static final List<Route> OF_THE_DESK = List.of(
            get(SIGN_IN, null),
            get("/desk/in/{token}", null),
            post("/desk/in", null),
            get(DESK, Role.VIEWER),
            post("/desk/out", Role.VIEWER),
            get("/desk/devices", Role.VIEWER),
            post("/desk/devices/name", Role.VIEWER),
            post("/desk/devices/{session}/end", Role.VIEWER),
            post("/desk/devices/others/end", Role.VIEWER),
            post(SIGN_IN, null),
            get("/desk/access", Role.VIEWER),
            post("/desk/access", Role.VIEWER),
            post("/desk/access/codes", Role.VIEWER),
            post("/desk/access/end", Role.VIEWER),
            get("/desk/coverage/{municipality}/{group}", Role.VIEWER),
            post("/desk/coverage/{municipality}/{group}/{forum}/invited", Role.ORGANIZER),
            post("/desk/coverage/{municipality}/{group}/{forum}/mistake", Role.ORGANIZER),
            get("/desk/forums", Role.VIEWER),
            get("/desk/forums/{id}", Role.VIEWER),
            get("/desk/forums/{id}/numbers", Role.VIEWER),
            get("/desk/forums/{id}/edit", Role.ORGANIZER),
            post("/desk/forums/{id}/edit", Role.ORGANIZER),
            get("/desk/forums/new/{id}", Role.ORGANIZER),
            post("/desk/forums/new/{id}", Role.ORGANIZER),
            post("/desk/forums/new/{id}/card", Role.ORGANIZER),
            post("/desk/forums/new/{id}/discarding", Role.ORGANIZER),
            post("/desk/forums/{id}/card", Role.ORGANIZER),
            post("/desk/forums/{id}/registration", Role.ORGANIZER),
            get("/desk/forums/{id}/rules", Role.ORGANIZER),
            post("/desk/forums/{id}/rules", Role.ORGANIZER),
            post("/desk/forums/{id}/rules/words", Role.ORGANIZER),
            get("/desk/forums/{id}/cancellation", Role.ORGANIZER),
            post("/desk/forums/{id}/cancellation", Role.ORGANIZER),
            get("/desk/forums/{id}/understood", Role.ORGANIZER),
            get("/desk/forums/{id}/understood.csv", Role.ORGANIZER),
            get("/desk/forums/{id}/understood.xlsx", Role.ORGANIZER),
            get("/desk/forums/{id}/materials", Role.ORGANIZER),
            post("/desk/forums/{id}/materials", Role.ORGANIZER),
            post("/desk/forums/{id}/materials/{sort}/{number}/removal", Role.ORGANIZER),
            post("/desk/forums/{id}/materials/{sort}/{number}/showing", Role.ORGANIZER),
            post("/desk/forums/{id}/album", Role.ORGANIZER),
            get("/desk/forums/{id}/people.pdf", Role.ORGANIZER),
            post("/desk/forums/{id}/people/together", Role.ORGANIZER),
            get("/desk/forums/{id}/funder-pack.zip", Role.ORGANIZER),
            get("/desk/forums/{id}/people", Role.ORGANIZER),
            get("/desk/forums/{id}/people.csv", Role.ORGANIZER),
            get("/desk/forums/{id}/people.xlsx", Role.ORGANIZER),
            get("/desk/forums/{id}/papers/{kind}", Role.ORGANIZER),
            post("/desk/forums/{id}/people/{who}/here", Role.ORGANIZER),
            post("/desk/forums/{id}/people/{who}/away", Role.ORGANIZER),
            post("/desk/forums/{id}/guests", Role.ORGANIZER),
            post("/desk/forums/{id}/scanner", Role.ORGANIZER),
            get("/desk/undelivered", Role.ORGANIZER),
            post("/desk/undelivered/again", Role.ORGANIZER),
            post("/desk/undelivered/dismissal", Role.ORGANIZER),
            get("/desk/knowledge", Role.ORGANIZER),
            get("/desk/knowledge/entries.yaml", Role.ORGANIZER),
            get("/desk/knowledge/entries/{id}", Role.ORGANIZER),
            get("/desk/knowledge/entries/{id}/edit", Role.ORGANIZER),
            post("/desk/knowledge/entries/{id}/edit", Role.ORGANIZER),
            post("/desk/knowledge/entries/{id}/confirmation", Role.ORGANIZER),
            post("/desk/knowledge/entries/{id}/examples", Role.ORGANIZER),
            post("/desk/knowledge/entries/{id}/retirement", Role.ORGANIZER),
            post("/desk/knowledge/entries/{id}/versions/{number}", Role.ORGANIZER),
            get("/desk/knowledge/drafts", Role.ORGANIZER),
            post("/desk/knowledge/drafts", Role.ORGANIZER),
            get("/desk/knowledge/drafts/{id}", Role.ORGANIZER),
            post("/desk/knowledge/drafts/{id}", Role.ORGANIZER),
            post("/desk/knowledge/drafts/{id}/discarding", Role.ORGANIZER),
            post("/desk/knowledge/drafts/{id}/reopening", Role.ORGANIZER),
            get("/desk/knowledge/try", Role.ORGANIZER),
            get("/desk/knowledge/import", Role.ORGANIZER),
            post("/desk/knowledge/import", Role.ORGANIZER),
            post("/desk/knowledge/import/taking", Role.ORGANIZER),
            get("/desk/questions", Role.ORGANIZER),
            get("/desk/questions/closed", Role.ORGANIZER),
            get("/desk/questions/{id}", Role.ORGANIZER),
            post("/desk/questions/{id}/claim", Role.ORGANIZER),
            post("/desk/questions/{id}/answer", Role.ORGANIZER),
            post("/desk/questions/{id}/entry", Role.ORGANIZER),
            post("/desk/questions/{id}/forwarding", Role.ORGANIZER),
            post("/desk/questions/{id}/declining", Role.ORGANIZER),
            post("/desk/questions/{id}/end", Role.ORGANIZER),
            post("/desk/questions/{id}/draft", Role.ORGANIZER),
            get("/desk/announcements", Role.ORGANIZER),
            get("/desk/announcements/new", Role.ORGANIZER),
            post("/desk/announcements/new", Role.ORGANIZER),
            get("/desk/announcements/reach", Role.ORGANIZER),
            get("/desk/announcements/{id}", Role.ORGANIZER),
            get("/desk/announcements/{id}/state", Role.ORGANIZER),
            get("/desk/announcements/{id}/calls", Role.ORGANIZER),
            get("/desk/announcements/{id}/calls.csv", Role.ORGANIZER),
            post("/desk/announcements/{id}/pause", Role.ORGANIZER),
            post("/desk/announcements/{id}/resume", Role.ORGANIZER),
            post("/desk/announcements/{id}/stop", Role.ORGANIZER),
            post("/desk/announcements/{id}/again", Role.ORGANIZER),
            post("/desk/announcements/{id}/deletion", Role.ORGANIZER),
            get("/desk/announcements/{id}/correction", Role.ORGANIZER),
            post("/desk/announcements/{id}/correction", Role.ORGANIZER),
            get("/desk/live/{subjects}", Role.VIEWER),
            get("/desk/contacts", Role.ORGANIZER),
            get("/desk/contacts/said", Role.ORGANIZER),
            get("/desk/contacts/{id}", Role.ORGANIZER),
            get("/desk/contacts/{id}/talk", Role.ORGANIZER),
            get("/desk/contacts/{id}/talk/news", Role.ORGANIZER),
            post("/desk/contacts/{id}/talk/take", Role.ORGANIZER),
            post("/desk/contacts/{id}/talk/line", Role.ORGANIZER),
            post("/desk/contacts/{id}/talk/end", Role.ORGANIZER),
            get("/desk/team", Role.OWNER),
            post("/desk/team/{id}/{role}/end", Role.OWNER),
            post("/desk/team/{id}/role", Role.OWNER),
            post("/desk/invitations", Role.OWNER),
            post("/desk/invitations/{id}/end", Role.OWNER),
            get("/desk/settings", Role.OWNER),
            post("/desk/settings", Role.OWNER),
            get("/desk/settings/channels", Role.OWNER),
            post("/desk/settings/channels/{channel}/trial", Role.OWNER),
            get("/desk/settings/trials/{id}", Role.OWNER),
            get("/desk/audit", Role.OWNER));

    private static final List<PathPattern> PAGES = OF_THE_DESK.stream()
            .filter(route -> route.method().equals(HttpMethod.GET))
            .map(route -> PathPatternParser.defaultInstance.parse(route.pattern()))
            .toList();

    /** Whether something can be looked at there, rather than only be sent there. */
    static boolean isPage(String path) {
        return PAGES.stream().anyMatch(page -> page.matches(PathContainer.parsePath(path)));
    }

    private static Route get(String pattern, @Nullable Role role) {
        return new Route(HttpMethod.GET, pattern, role);
    }

    private static Route post(String pattern, @Nullable Role role) {
        return new Route(HttpMethod.POST, pattern, role);
    }
}
