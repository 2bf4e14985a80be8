package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.desk.DeskKit;
import org.springframework.web.util.HtmlUtils;

/** Maria sets up a password for the desk and signs in with it; others try to. */
class DeskAccessTests {

    private static final String PASSWORD = "сини патици летят";

    private static DeskStage stage;

    @BeforeAll
    static void open() {
        stage = DeskStage.open();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    /** Later than whatever the test before left shut. */
    @BeforeEach
    void timePasses() {
        stage.clock.advance(Duration.ofHours(2));
    }

    private static String found(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return HtmlUtils.htmlUnescape(found.group(1));
    }

    /** What somebody who set it up has to know. */
    private record Known(String name, String secret, List<String> spare) {}

    private static Known setsUp(Contact who, String name) {
        var browser = stage.signedIn(who);
        var secret = found(browser.get("/desk/access").body(), "name=\"secret\" value=\"([A-Z2-7]+)\"");
        var page = browser.submits(
                "/desk/access", "name", name, "password", PASSWORD, "secret", secret, "code", code(secret));
        assertThat(page.statusCode()).isEqualTo(200);
        var spare = found(page.body(), "(?s)<textarea[^>]*>(.*?)</textarea>").split("\n");
        stage.clock.advance(Duration.ofSeconds(30));
        return new Known(name, secret, List.of(spare));
    }

    private static String code(String secret) {
        return DeskKit.code(secret, stage.clock.instant());
    }

    private static HttpResponse<String> signsIn(DeskVisitor browser, String name, String password, String code) {
        browser.get(DeskRoutes.SIGN_IN);
        return browser.submits(DeskRoutes.SIGN_IN, "name", name, "password", password, "code", code);
    }

    @Test
    void aPasswordIsSetUpShownOnceAndOpensTheDesk() {
        var maria = stage.person("maria", Role.ORGANIZER);
        var browser = stage.signedIn(maria);
        var page = browser.get("/desk/access").body();
        var secret = found(page, "name=\"secret\" value=\"([A-Z2-7]+)\"");
        assertThat(found(page, "href=\"(otpauth:[^\"]+)\""))
                .isEqualTo("otpauth://totp/Pokana:localhost?secret=" + secret + "&issuer=Pokana");
        assertThat(page.replace(" ", "")).contains("<code>" + secret + "</code>", "<svg");

        var wrong = browser.submits(
                "/desk/access", "name", "Мария", "password", "12345", "secret", secret, "code", code(secret));
        assertThat(wrong.body())
                .contains("role=\"alert\"", secret, "value=\"Мария\"")
                .doesNotContain("12345\"");
        var known = setsUp(maria, "Мария");
        assertThat(known.spare()).hasSize(10);
        assertThat(browser.get("/desk/access").body())
                .contains("мария", "/desk/access/end")
                .doesNotContain(known.spare())
                .doesNotContain(known.secret(), "otpauth");

        var code = code(known.secret());
        var elsewhere = stage.stranger();
        assertThat(signsIn(elsewhere, "мария", PASSWORD, code).statusCode()).isEqualTo(302);
        assertThat(elsewhere.get("/desk").statusCode()).isEqualTo(200);
        var another = stage.stranger();
        assertThat(signsIn(another, "мария", PASSWORD, code).statusCode())
                .as("a code works once")
                .isEqualTo(422);
        assertThat(signsIn(another, "мария", PASSWORD, known.spare().get(0)).statusCode())
                .isEqualTo(302);

        browser.get("/desk/access");
        assertThat(browser.submits("/desk/access/end").statusCode()).isEqualTo(302);
        stage.clock.advance(Duration.ofSeconds(30));
        assertThat(signsIn(stage.stranger(), "мария", PASSWORD, code(known.secret()))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void theAnswerTellsNobodyWhatWasWrong() {
        var ivan = setsUp(stage.person("ivan", Role.VIEWER), "ivan");
        var wrong = List.of(
                signsIn(stage.stranger(), "nobody", PASSWORD, "000000"),
                signsIn(stage.stranger(), "ivan", "друга парола е това", code(ivan.secret())),
                signsIn(stage.stranger(), "ivan", PASSWORD, "000000"));
        assertThat(wrong)
                .extracting(answer -> answer.statusCode()
                        + answer.body()
                                .replaceAll("value=\"(nobody|ivan)\"", "")
                                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", ""))
                .allMatch(answer -> answer.startsWith("422") && answer.contains("role=\"alert\""))
                .satisfies(all -> assertThat(new HashSet<>(all)).hasSize(1));
    }

    @Test
    void aSessionIsAnotherOneAfterSigningIn() {
        var petar = stage.person("petar", Role.VIEWER);
        var known = setsUp(petar, "petar");
        var browser = stage.signedIn(petar);
        var before = browser.cookie(DeskCookie.SESSION);
        assertThat(signsIn(browser, "petar", PASSWORD, code(known.secret())).statusCode())
                .isEqualTo(302);
        assertThat(browser.cookie(DeskCookie.SESSION)).isNotEqualTo(before);
        assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
        var thief = stage.stranger();
        thief.carries(DeskCookie.SESSION, before);
        assertThat(thief.get("/desk").statusCode()).as("the one of before").isEqualTo(303);
    }

    @Test
    void whoGuessesWaitsByNameAndByPlace() {
        var vera = setsUp(stage.person("vera", Role.VIEWER), "vera");
        var guesser = stage.stranger();
        var answers = new ArrayList<Integer>();
        for (int i = 0; i < 11; i++) {
            answers.add(signsIn(guesser, "vera", PASSWORD, "00000" + i % 10).statusCode());
        }
        assertThat(answers.subList(0, 8)).containsOnly(422);
        assertThat(answers.subList(8, 11)).containsOnly(429);
        assertThat(signsIn(stage.stranger(), "boris", PASSWORD, "000000").statusCode())
                .as("from the same place, for everybody")
                .isEqualTo(429);
        stage.clock.advance(Attempts.PAUSE);
        assertThat(signsIn(stage.stranger(), "boris", PASSWORD, "000000").statusCode())
                .isEqualTo(422);
        assertThat(signsIn(guesser, "vera", PASSWORD, code(vera.secret())).statusCode())
                .as("the name is shut for longer")
                .isEqualTo(429);
        stage.clock.advance(Duration.ofHours(1));
        assertThat(signsIn(guesser, "vera", PASSWORD, code(vera.secret())).statusCode())
                .isEqualTo(302);
    }

    @Test
    @Tag("payloads")
    void nothingThatIsTypedThereRuns() {
        var boris = stage.person("boris", Role.OWNER);
        for (String payload : Payloads.some()) {
            stage.bean(Contacts.class).learn(boris.id(), new Profile(null, null, null, payload));
            var browser = stage.signedIn(boris);
            assertThat(Payloads.alive(browser.get("/desk/access").body()))
                    .as(payload)
                    .isEmpty();
            var page = browser.submits(
                    "/desk/access", "name", payload, "password", payload, "secret", payload, "code", payload);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(Payloads.alive(page.body())).as(payload).isEmpty();
            var door = stage.stranger();
            door.get(DeskRoutes.SIGN_IN);
            var in = door.submits(DeskRoutes.SIGN_IN, "name", payload, "password", "", "code", payload);
            assertThat(in.statusCode()).isEqualTo(422);
            assertThat(Payloads.alive(in.body())).as(payload).isEmpty();
        }
    }
}
