package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pokana.console.DeskRoutes.Route;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.desk.DeskKit;
import org.pokana.desk.DeskLinks;
import org.pokana.messaging.Links;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who gets where: every route for every role, and what strangers, other sites and old links get. */
class DeskSecurityTests {

    private static DeskStage stage;

    private static final List<Role> STRENGTH = List.of(Role.VIEWER, Role.ORGANIZER, Role.OWNER);

    @BeforeAll
    static void open() {
        stage = DeskStage.open(FewAnswers.and(DeskChat.PATIENT));
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    // ---- the matrix

    @Test
    void everyRouteOfTheServiceIsInTheTable() {
        var listed = new TreeSet<String>();
        Stream.of(DeskRoutes.PUBLIC, DeskRoutes.OF_THE_DESK)
                .flatMap(List::stream)
                .forEach(route -> listed.add(route.method() + " " + shape(route.pattern())));
        var mapped = mapped();
        mapped.add("GET /error"); // the framework's own, with our words
        assertThat(mapped).hasSizeGreaterThan(20).isEqualTo(listed);
    }

    @Test
    void theTableWouldMissARouteThatNobodyListed() { // control
        assertThat(routes(Forgotten.class)).containsExactly("POST /desk/forgotten/{}");
        assertThat(DeskRoutes.OF_THE_DESK).noneMatch(route -> route.pattern().startsWith("/desk/forgotten"));
    }

    @Controller
    private static final class Forgotten {

        @RequestMapping(
                path = "/desk/forgotten/{id}",
                method = org.springframework.web.bind.annotation.RequestMethod.POST)
        void nobodyListedIt() {}
    }

    /** From the sources of truth, so that what is switched off here is seen, too. */
    private static TreeSet<String> mapped() {
        var scan = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(MetadataReader type) {
                return type.getAnnotationMetadata().isAnnotated(Controller.class.getName());
            }
        };
        var found = new TreeSet<String>();
        scan.findCandidateComponents("org.pokana").forEach(bean -> {
            try {
                var type = Class.forName(bean.getBeanClassName());
                if (!type.equals(Forgotten.class)) {
                    found.addAll(routes(type));
                }
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        });
        return found;
    }

    private static List<String> routes(Class<?> type) {
        var above = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
        var prefix = above == null || above.path().length == 0 ? "" : above.path()[0];
        var found = new ArrayList<String>();
        for (Method method : type.getDeclaredMethods()) {
            var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
            if (mapping != null) {
                var paths = mapping.path().length == 0 ? new String[] {""} : mapping.path();
                for (String path : paths) {
                    for (var verb : mapping.method()) {
                        found.add(verb + " " + shape(prefix + path));
                    }
                }
            }
        }
        return found;
    }

    private static String shape(String pattern) {
        return pattern.replaceAll("\\{[^}]*}", "{}");
    }

    @Test
    void everyRouteOfTheDeskLetsInWhoMayAndNobodyElse() {
        var people = new LinkedHashMap<String, DeskVisitor>();
        people.put("stranger", stage.stranger());
        people.put("nobody", stage.signedIn(stage.person("nobody")));
        people.put("door", stage.signedIn(stage.person("helper", Role.DOOR)));
        for (Role role : STRENGTH) {
            people.put(role.name(), stage.signedIn(stage.person("a-" + role, role)));
        }
        var wrong = new ArrayList<String>();
        people.forEach((name, visitor) -> {
            visitor.get("/desk/devices");
            visitor.get("/desk/in/" + "x".repeat(20));
            DeskRoutes.OF_THE_DESK.stream()
                    .filter(route -> !route.pattern().equals("/desk/out"))
                    .forEach(route -> {
                        int status = status(visitor, route);
                        boolean let = status != 403 && !(status == 303);
                        if (let != mayGo(name, route.role()) || status >= 500) {
                            wrong.add(name + " " + route + " " + status);
                        }
                    });
        });
        assertThat(wrong).isEmpty();
    }

    private static boolean mayGo(String name, @Nullable Role needed) {
        if (needed == null) {
            return true;
        }
        return STRENGTH.stream()
                .filter(role -> role.name().equals(name))
                .anyMatch(role -> STRENGTH.indexOf(role) >= STRENGTH.indexOf(needed));
    }

    private static int status(DeskVisitor visitor, Route route) {
        var path = route.pattern().replaceAll("\\{[^}]*}", "nothing");
        return (route.method() == HttpMethod.GET ? visitor.get(path) : visitor.submits(path, "token", "nothing"))
                .statusCode();
    }

    @Test
    void whatIsNotListedIsClosedToEverybody() {
        var owner = stage.signedIn(stage.person("boris", Role.OWNER));
        assertThat(owner.get("/desk/secret").statusCode()).isEqualTo(404);
        assertThat(stage.stranger().get("/desk/secret").statusCode()).isEqualTo(303);
        for (String method : List.of("PUT", "DELETE", "PATCH")) {
            var builder = HttpRequest.newBuilder().method(method, BodyPublishers.noBody());
            assertThat(owner.send(builder, "/desk").statusCode()).as(method).isIn(403, 404);
        }
    }

    // ---- other sites

    @Test
    void noChangeIsMadeForAnotherSite() {
        var owner = stage.signedIn(stage.person("boris", Role.OWNER));
        owner.get("/desk/devices");
        for (Route route : DeskRoutes.OF_THE_DESK) {
            if (route.method() == HttpMethod.POST) {
                var path = route.pattern().replaceAll("\\{[^}]*}", "nothing");
                assertThat(owner.isTrickedInto(path).statusCode()).as(path).isEqualTo(403);
                assertThat(owner.submits(path, "_csrf", "0".repeat(64)).statusCode())
                        .as(path)
                        .isEqualTo(403);
            }
        }
        assertThat(owner.get("/desk/devices").statusCode())
                .as("still signed in")
                .isEqualTo(200);
        assertThat(owner.submits("/desk/devices/others/end").statusCode())
                .as("control: our own page may")
                .isEqualTo(302);
    }

    @Test
    void thePublicDoorsNeedNoFormOfOurs() {
        var visitor = stage.stranger();
        for (String path : List.of("/chat/session", "/chat/messages", "/scanner/session", "/scanner/notes")) {
            var post = HttpRequest.newBuilder().POST(BodyPublishers.ofString("{\"token\":\"x\",\"read\":\"1\"}"));
            assertThat(visitor.send(post, path, "Content-Type", "application/json")
                            .statusCode())
                    .as(path)
                    .isIn(204, 400, 401, 410);
        }
        for (String nothing : List.of("{}", "{\"token\":null}", "")) {
            var post = HttpRequest.newBuilder().POST(BodyPublishers.ofString(nothing));
            var said = visitor.send(post, "/scanner/session", "Content-Type", "application/json");
            assertThat(said.statusCode()).as(nothing).isEqualTo(400);
            assertThat(said.body()).as("in words").contains("<h1");
        }
        for (String path : List.of("/", "/calendar.ics", "/scanner", "/public/page.css")) {
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(visitor.download("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(visitor.cookie("JSESSIONID")).isEmpty();
    }

    // ---- the way in and out

    @Test
    void aLinkThatAMessengerLooksAtIsNotUsedUpAndOneThatIsPressedIs() {
        var link = DeskKit.link(stage.bean(DeskLinks.class), stage.person("maria", Role.ORGANIZER));
        for (int i = 0; i < 3; i++) {
            assertThat(stage.stranger().get(link).statusCode()).isEqualTo(200);
        }
        var maria = stage.stranger();
        maria.get(link);
        var token = link.substring(link.lastIndexOf('/') + 1);
        var in = maria.submits("/desk/in", "token", token);
        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(in.headers().allValues("Set-Cookie").toString()).contains("HttpOnly", "SameSite=Lax");
        assertThat(maria.get("/desk").statusCode()).isEqualTo(200);

        var another = stage.stranger();
        another.get(link);
        assertThat(another.submits("/desk/in", "token", token).statusCode()).isEqualTo(410);
        assertThat(another.get("/desk").statusCode()).isEqualTo(303);

        assertThat(maria.submits("/desk/out").statusCode()).isEqualTo(302);
        assertThat(maria.get("/desk").statusCode()).isEqualTo(303);
    }

    @Test
    void whoTriesManyLinksIsNotListenedToForAWhile() {
        var guesser = stage.stranger();
        guesser.get(DeskRoutes.SIGN_IN);
        guesser.get("/desk/in/guess");
        var answers = new ArrayList<Integer>();
        for (int i = 0; i <= Attempts.MOST; i++) {
            answers.add(guesser.submits("/desk/in", "token", "guess" + i).statusCode());
        }
        assertThat(answers).endsWith(410, 429).doesNotContain(302);
        stage.clock.travelTo("2027-02-01T12:00:00Z");
        assertThat(guesser.submits("/desk/in", "token", "guess").statusCode())
                .as("control: later again")
                .isEqualTo(410);
    }

    @Test
    void whoLosesTheRoleOrTheSessionIsOutWithTheNextClick() {
        Contact ivan = stage.person("ivan", Role.ORGANIZER);
        var here = stage.signedIn(ivan);
        var there = stage.signedIn(ivan);
        here.get("/desk/devices");
        assertThat(here.submits("/desk/devices/others/end").statusCode()).isEqualTo(302);
        assertThat(there.get("/desk").statusCode()).isEqualTo(303);
        assertThat(here.get("/desk").statusCode()).as("control").isEqualTo(200);

        var owner = stage.signedIn(stage.person("boris", Role.OWNER));
        assertThat(owner.get("/desk/team").body()).contains(ivan.key());
        assertThat(owner.submits("/desk/team/" + ivan.key() + "/ORGANIZER/end").statusCode())
                .isEqualTo(302);
        assertThat(here.get("/desk").statusCode()).isEqualTo(303);
        var part = here.get("/desk", "HX-Request", "true");
        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(part.headers().firstValue("HX-Redirect")).contains(DeskRoutes.SIGN_IN);
        assertThat(stage.bean(Contacts.class).find(ivan.id()).orElseThrow().roles())
                .isEmpty();
    }

    @Test
    void anOwnerIsAlwaysLeft() {
        Contact boris = stage.person("boris", Role.OWNER);
        var owner = stage.signedIn(boris);
        owner.get("/desk/team");
        assertThat(owner.submits("/desk/team/" + boris.key() + "/OWNER/end").statusCode())
                .isEqualTo(409);
        assertThat(owner.get("/desk/team").statusCode()).isEqualTo(200);
    }

    @Test
    void whereThereIsHttpsNoNeighbourCanPlantTheCookieAndNoneGoesInTheClear() {
        for (boolean https : new boolean[] {true, false}) {
            var links = new Links(List.of(), (https ? "https" : "http") + "://pokana.example.org");
            var response = new MockHttpServletResponse();
            new DeskCookie(links)
                    .write(
                            new MockHttpServletRequest(),
                            response,
                            DeskCookie.SESSION,
                            "secret-secret",
                            Duration.ofDays(1));
            var cookie = String.valueOf(response.getHeader("Set-Cookie"));
            assertThat(cookie).contains("Path=/;", "HttpOnly", "SameSite=Lax").doesNotContain("Domain");
            assertThat(cookie.startsWith("__Host-pokana_desk=")).isEqualTo(https);
            assertThat(cookie.contains("Secure")).isEqualTo(https);
        }
    }

    // ---- what every form takes

    @Test
    @Tag("payloads")
    void everyFieldOfEveryFormIsTriedWithEveryPayloadOrExcused() {
        var owner = stage.signedIn(DeskRound.member(stage, "nadya", Role.OWNER));
        var round = new DeskRound(stage, owner);
        var fields = new DeskFields(owner, round.meant());
        round.pages().forEach(fields::comeTo);
        var known = DeskTemplates.fields();
        assertThat(known).hasSizeGreaterThan(100);
        assertThat(known)
                .as("neither tried nor excused")
                .filteredOn(field -> !field.isAmong(fields.tried()) && !DeskRound.excuses(field))
                .isEmpty();
        assertThat(DeskRound.EXCUSED.keySet()).as("excused without need").allMatch(excuse -> known.stream()
                .anyMatch(field -> DeskRound.excuses(excuse, field)));
    }

    @Test
    void aFieldThatNobodyTriesWouldBeMissed() { // control
        var form = "<form th:action=\"@{/desk/forums/{id}/edit(id=${x})}\"><input name=\"forgotten\">"
                + "<input th:name=\"${'title-' + tag}\"></form>";
        assertThat(DeskTemplates.fields("some.html", form))
                .filteredOn(
                        field -> !field.isAmong(Set.of("POST /desk/forums/{}/edit title-bg", "POST /desk/x forgotten")))
                .extracting(DeskTemplates.Named::pattern)
                .containsExactly("forgotten");
    }

    // ---- what every page says

    @Test
    void pagesOfTheDeskAreKeptNowhereAndRunNothingInline() {
        var owner = stage.signedIn(stage.person("boris", Role.OWNER));
        for (Route route : DeskRoutes.OF_THE_DESK) {
            if (route.method() == HttpMethod.GET && !route.pattern().contains("{")) {
                var page = owner.get(route.pattern());
                assertThat(page.statusCode()).as(route.pattern()).isEqualTo(200);
                assertThat(page.headers().firstValue("Cache-Control"))
                        .as(route.pattern())
                        .contains("no-store");
                assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                        .contains("script-src 'self'")
                        .doesNotContain("unsafe");
                assertThat(page.body()).doesNotContainPattern("<script(?![^>]* src=)| style=|<style| on[a-z]+=\"");
            }
        }
    }

    @Test
    void whatGoesWrongIsSaidInTheReadersLanguage() {
        var viewer = stage.signedIn(stage.person("vera", Role.VIEWER));
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("/nothing", "Тази страница я няма");
        pages.put("/desk/nothing", "Тази страница я няма");
        pages.put("/desk/audit", "Тук нямате достъп");
        pages.forEach((path, said) -> {
            assertThat(viewer.get(path, "Accept-Language", "bg").body())
                    .as(path)
                    .contains(said)
                    .doesNotContain("Whitelabel");
            assertThat(viewer.get(path, "Accept-Language", "en").body())
                    .as(path)
                    .doesNotContain(said);
        });
    }
}
