package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.console.DeskSeason.DIMITROVGRAD;
import static org.pokana.console.DeskSeason.HASKOVO;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pokana.audit.Audit;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.faq.Drafts;
import org.pokana.faq.Editing;
import org.pokana.forum.Description;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Localized;
import org.pokana.messaging.Content;
import org.pokana.messaging.Links;
import org.pokana.messaging.Outbox;
import org.pokana.phone.PhoneNumber;
import org.pokana.phone.PhoneNumbers;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.web.util.HtmlUtils;

/** What Maria does at the desk, and what it shows to whom. */
class DeskPagesTests {

    private static DeskStage stage;
    private static DeskVisitor maria;
    private static Contact olena;

    @BeforeAll
    static void open() {
        stage = DeskStage.open();
        DeskSeason.happens(stage);
        maria = stage.signedIn(stage.person("maria", Role.ORGANIZER));
        maria.get("/desk/devices");
        olena = stage.person("olena");
        stage.bean(Registrations.class).register(DIMITROVGRAD, olena.id(), DeskSeason.person(0));
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static Forum forum(String id) {
        return stage.bean(Forums.class).find(id).orElseThrow();
    }

    private static String people(String id, String query) {
        return maria.get("/desk/forums/" + id + "/people" + query, "Accept-Language", "bg")
                .body();
    }

    /** Later or earlier, and signed in again, as nobody stays it for so long. */
    private static void at(String moment) {
        stage.clock.travelTo(moment);
        maria = stage.signedIn(stage.person("maria", Role.ORGANIZER));
        maria.get("/desk/devices");
    }

    // ---- what is shown

    @Test
    void theOverviewSaysHowTheSeasonGoesAndWhoIsMissing() {
        var page = maria.get("/desk", "Accept-Language", "bg").body();
        assertThat(page)
                .contains("Чака ви", "6 души чакат", "Кой липсва", "<polyline class=\"line\"")
                .containsPattern("aria-label=\"Хасково, [^\":]+: 1 записан\"")
                .containsPattern("aria-label=\"Тополовград, [^\"]+: никой\"");
    }

    @Test
    void anObserverSeesNumbersButNobodysName() {
        var vera = stage.signedIn(stage.person("vera", Role.VIEWER));
        for (String path : List.of("/desk", "/desk/forums", "/desk/forums/" + HASKOVO, "/desk/coverage/haskovo/ngo")) {
            var seen = vera.get(path);
            assertThat(seen.statusCode()).as(path).isEqualTo(200);
            assertThat(seen.body()).as(path).doesNotContain("Олена", "Мария", "Мост", "/people", "/edit");
        }
        assertThat(maria.get("/desk/coverage/haskovo/ngo").body())
                .as("control: an organizer does")
                .contains("Мария", "/go/" + HASKOVO);
    }

    @Test
    void peopleAreFoundSortedAndCutIntoPages() {
        assertThat(people(HASKOVO, "")).contains("Страница 1 от 2", "aria-sort=\"ascending\"");
        assertThat(people(HASKOVO, "?page=1")).contains("Страница 2 от 2");
        assertThat(people(HASKOVO, "?page=99")).contains("Страница 2 от 2");
        assertThat(people(HASKOVO, "?q=gyulsyum")).contains("Гюлсюм").doesNotContain("Иван Ковачев");
        assertThat(people(HASKOVO, "?q=7")).contains("1 човек");
        assertThat(people(HASKOVO, "?standing=WAITING&order=LINE")).contains("6 души", "Заети са всичките 50 места.");
        assertThat(people(HASKOVO, "?group=ngo&municipality=haskovo")).contains("1 човек");
        assertThat(people(HASKOVO, "?order=NAME")).containsSubsequence("Гюлсюм", "Иван", "Мария", "Олена");
        assertThat(people(HASKOVO, "?order=NAME&back=true")).containsSubsequence("Станислава", "Петър", "Олена");
        assertThat(people(HASKOVO, "?q=никой-такъв")).contains("Никой не отговаря на търсенето");
        for (String odd : List.of("?standing=x&order=y&group=z", "?q=" + "x".repeat(500), "?page=-3")) {
            assertThat(maria.get("/desk/forums/" + HASKOVO + "/people" + odd).statusCode())
                    .as(odd)
                    .isEqualTo(200);
        }
        assertThat(maria.get("/desk/forums/" + HASKOVO + "/people?page=x").statusCode())
                .isEqualTo(400);
    }

    @Test
    void theLanguageIsSwitchedWithoutLosingWhatOneLookedFor() {
        assertThat(people(HASKOVO, "?q=gyulsyum&order=NAME&done=guest-seated&about=7"))
                .contains("/people?q=gyulsyum&amp;order=NAME&amp;lang=en\"")
                .doesNotContain("7&amp;lang=en", "guest-seated&amp;lang=en");
        var together = "/desk/forums/" + HASKOVO + "/people/together";
        assertThat(maria.submits(together, "act", "release", "who", "person4").body())
                .as("what answers a form is no page of its own")
                .contains("href=\"/desk/forums/" + HASKOVO + "/people?lang=en\"");
        assertThat(maria.submits(together + "?q=gyulsyum", "act", "release", "who", "person4")
                        .body())
                .as("and leads back to what one had found")
                .contains("href=\"/desk/forums/" + HASKOVO + "/people?q=gyulsyum\"");
    }

    // ---- what is done

    private Map<String, String> form(String id) {
        var page = maria.get("/desk/forums/" + id + "/edit?lang=bg").body();
        var form = new LinkedHashMap<String, String>();
        var input = Pattern.compile("<input [^>]*name=\"([^\"_]+)\"[^>]*value=\"([^\"]*)\"[^>]*>");
        input.matcher(page)
                .results()
                .filter(m ->
                        !m.group().contains("type=\"checkbox\"") || m.group().contains("checked"))
                .forEach(m -> form.put(m.group(1), HtmlUtils.htmlUnescape(m.group(2))));
        var lines = Pattern.compile("(?s)<textarea [^>]*name=\"([^\"]+)\"[^>]*>(.*?)</textarea>");
        lines.matcher(page).results().forEach(m -> form.put(m.group(1), HtmlUtils.htmlUnescape(m.group(2))));
        assertThat(form).containsKey("agenda");
        return form;
    }

    private HttpResponse<String> saves(String id, Map<String, String> form) {
        var fields = form.entrySet().stream()
                .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
        return maria.submits("/desk/forums/" + id + "/edit", fields);
    }

    private static Map<String, String> sees(Map<String, String> form, HttpResponse<String> preview) {
        var seen = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(preview.body());
        assertThat(seen.find()).isTrue();
        form.put("seen", seen.group(1));
        return form;
    }

    private static List<String> told(ContactId who, String id) {
        return stage.bean(Outbox.class).of("change:" + id + ":" + forum(id).version()).stream()
                .filter(message -> message.contact().equals(who.value()))
                .map(message -> Content.words(message.content()).text())
                .toList();
    }

    @Test
    void aChangeIsToldInTheWordsOfThePreviewAndOnce() {
        var form = form(DIMITROVGRAD);
        assertThat(form).containsEntry("day", "2027-03-18").containsEntry("capacity", "40");
        form.put("day", "2027-03-19");
        form.put("place-bg", "Младежки център");
        form.put("place-en", "");
        var before = forum(DIMITROVGRAD);
        var preview = saves(DIMITROVGRAD, form);
        assertThat(preview.statusCode()).isEqualTo(200);
        var shown = Pattern.compile("(?s)<p class=\"phone\">(.*?)</p>").matcher(preview.body());
        assertThat(shown.find()).isTrue();
        assertThat(forum(DIMITROVGRAD)).as("nothing is changed by looking").isEqualTo(before);

        form.put("sure", "now");
        form.put("place-bg", "Друго място");
        assertThat(saves(DIMITROVGRAD, sees(form, preview)).body()).contains("Друго място", "class=\"phone\"");
        assertThat(forum(DIMITROVGRAD)).as("nobody saw that before").isEqualTo(before);
        form.put("place-bg", "Младежки център");
        assertThat(saves(DIMITROVGRAD, form).statusCode()).isEqualTo(302);
        var after = forum(DIMITROVGRAD);
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.startsAt().toLocalDate()).hasToString("2027-03-19");
        assertThat(after.agenda()).isEqualTo(before.agenda());
        var notice = HtmlUtils.htmlUnescape(shown.group(1));
        assertThat(told(olena.id(), DIMITROVGRAD)).filteredOn(notice::equals).hasSize(1);

        assertThat(saves(DIMITROVGRAD, form).statusCode()).as("sent twice").isEqualTo(302);
        form.put("place-bg", "Читалището");
        assertThat(saves(DIMITROVGRAD, form).body())
                .as("nothing that was written is lost")
                .contains("Междувременно", "Каквото написахте", ">Читалището</textarea>");
        assertThat(forum(DIMITROVGRAD).version()).isEqualTo(after.version());
    }

    @Test
    void whatIsChangedInTheNightCanWaitForTheMorning() {
        var svilengrad = stage.bean(Forums.class).all().get(3).id();
        var registrations = stage.bean(Registrations.class);
        var oksana = stage.person("oksana"); // nobody has written to her yet, or found that her page is closed
        registrations.register(svilengrad, oksana.id(), DeskSeason.person(0));
        var day = maria;
        at("2027-02-01T22:00:00Z");
        try {
            var form = form(svilengrad);
            form.put("from", "10:00");
            form.put("to", "17:00");
            var preview = saves(svilengrad, form);
            assertThat(preview.body()).contains("Уведоми сутринта");
            sees(form, preview);
            form.put("sure", "morning");
            assertThat(saves(svilengrad, form).statusCode()).isEqualTo(302);
            registrations.tellOfChanges();
            assertThat(told(oksana.id(), svilengrad)).isEmpty();
            stage.clock.travelTo("2027-02-02T06:30:00Z");
            registrations.tellOfChanges();
            assertThat(told(oksana.id(), svilengrad)).anyMatch(words -> words.contains("10:00–17:00"));
        } finally {
            maria = day;
            stage.clock.travelTo("2027-02-01T08:05:00Z");
        }
    }

    @Test
    void whatMakesNoSenseIsSaidAndChangesNothing() {
        var before = forum(HASKOVO);
        var wrong = new LinkedHashMap<String, String>();
        wrong.put("day", "2026-01-01");
        wrong.put("to", "08:00");
        wrong.put("from", "xx");
        wrong.put("capacity", "0");
        wrong.put("agenda", "обяд някога");
        var said = new ArrayList<String>();
        wrong.forEach((field, value) -> {
            var form = form(HASKOVO);
            form.put(field, value);
            form.put("sure", "now");
            var page = saves(HASKOVO, form);
            assertThat(page.statusCode()).isEqualTo(200);
            var alert = Pattern.compile("role=\"alert\">([^<]+)<").matcher(page.body());
            assertThat(alert.find()).as(field).isTrue();
            said.add(alert.group(1).split(" ")[0]);
        });
        assertThat(said).containsExactly("Денят", "Краят", "Краят", "Местата", "Програмата");
        assertThat(forum(HASKOVO)).isEqualTo(before);
    }

    @Test
    void aTitleAndMoreSeatsNeedNoMessageAndTheLineMovesUp() {
        var harmanli = stage.bean(Forums.class).all().get(2).id();
        var form = form(harmanli);
        form.put("title-bg", "Ново заглавие");
        form.put("capacity", "41");
        assertThat(saves(harmanli, form).statusCode()).isEqualTo(302);
        assertThat(forum(harmanli).title().in(java.util.Locale.forLanguageTag("bg")))
                .isEqualTo("Ново заглавие");
        assertThat(forum(harmanli).capacity()).isEqualTo(41);
        assertThat(stage.bean(Audit.class).latest(0, 500))
                .extracting(Audit.Entry::what)
                .contains("described a forum anew", "changed the seats");
    }

    @Test
    void aGuestThatIsSentTwiceIsOneGuest() {
        int before = forum(DIMITROVGRAD).seats().size();
        for (int i = 0; i < 2; i++) {
            var added = maria.submits(
                    "/desk/forums/" + DIMITROVGRAD + "/guests",
                    "guest",
                    "abc123",
                    "name",
                    "Баба Пена",
                    "organisation",
                    "",
                    "phone",
                    "0888 123-456");
            assertThat(added.headers().firstValue("Location").orElseThrow()).contains("done=guest-seated");
        }
        assertThat(forum(DIMITROVGRAD).seats()).hasSize(before + 1);
        assertThat(stage.bean(Audit.class).latest(0, 500))
                .filteredOn(act -> act.id().equals("guest:" + DIMITROVGRAD + ":abc123"))
                .extracting(Audit.Entry::about)
                .containsExactly(DIMITROVGRAD);
        assertThat(people(DIMITROVGRAD, "?q=pena"))
                .contains("Баба Пена", "гост", "href=\"tel:+359888123456\"", "+359 888 123 456");
        assertThat(people(DIMITROVGRAD, "?q=olena")).contains("без телефон").doesNotContain("tel:");
        var guests = "/desk/forums/" + DIMITROVGRAD + "/guests";
        var half = maria.submits(guests, "guest", "abc125", "name", "Баба Рада", "phone", "0888 123");
        assertThat(half.headers().firstValue("Location").orElseThrow()).contains("done=guest-mistyped");
        assertThat(forum(DIMITROVGRAD).seats()).hasSize(before + 1);
        var nameless = maria.submits("/desk/forums/" + DIMITROVGRAD + "/guests", "guest", "abc124", "name", "42");
        assertThat(nameless.headers().firstValue("Location").orElseThrow()).contains("done=guest-nameless");
    }

    @Test
    void nobodyIsCheckedInBeforeTheDoorOpens() {
        assertThat(maria.submits("/desk/forums/" + HASKOVO + "/people/person1/here")
                        .statusCode())
                .isEqualTo(409);
        assertThat(people(HASKOVO, "")).doesNotContain("/here");
        assertThat(maria.submits("/desk/forums/" + HASKOVO + "/scanner").statusCode())
                .isEqualTo(409);
        assertThat(maria.get("/desk/forums/" + HASKOVO, "Accept-Language", "bg").body())
                .contains("Отваря се тук:")
                .doesNotContain("/scanner\"");
    }

    @Test
    void whoeverHasNoNameCanGiveThemselvesOne() {
        var nameless = stage.person("nameless", Role.VIEWER, Role.OWNER);
        var desk = stage.signedIn(nameless);
        var role = "Собственик " + nameless.key().substring(0, 4);
        assertThat(desk.get("/desk/audit", "Accept-Language", "bg").body()).contains("<td>" + role + "</td>");

        var wrong = desk.submits("/desk/devices/name", "name", "!! 12 !!");
        assertThat(wrong.body()).contains("role=\"alert\"", "value=\"!! 12 !!\"");
        assertThat(desk.submits("/desk/devices/name", "name", " Гергана\u202e  Илиева ")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("done=name");
        assertThat(desk.get("/desk/devices", "Accept-Language", "bg").body())
                .contains("<b>Гергана Илиева</b>", "value=\"Гергана Илиева\"");
        assertThat(desk.get("/desk/audit", "Accept-Language", "bg").body())
                .contains("<td>Гергана Илиева</td>", "смени своето име")
                .doesNotContain(role);
    }

    @Test
    void theJournalSaysInWordsWhatWasDoneToWhat() {
        var boris = stage.person("boris", Role.OWNER);
        var audit = stage.bean(Audit.class);
        var entry =
                stage.bean(Editing.class).now("registration-how").orElseThrow().entry();
        var gone = "k7x2m9q4t8w3z6v5b1n0c2d4";
        stage.clock.travelTo("2027-03-20T08:00:00Z"); // the latest stand on the first page
        audit.note(boris.id(), "downloaded a list", HASKOVO + " calls xlsx");
        audit.note(boris.id(), "downloaded a list", HASKOVO + " badges");
        audit.note(boris.id(), "checked in", HASKOVO + " 12");
        audit.note(boris.id(), "changed a forum", HASKOVO + " v3");
        audit.note(boris.id(), "invited from a place", HASKOVO + " harmanli ngo");
        audit.note(boris.id(), "removed a material", HASKOVO + " link 2");
        audit.note(boris.id(), "took a role away", "DOOR " + boris.key());
        audit.note(boris.id(), "took a file of answers in", "3 + 2");
        audit.note(boris.id(), "changed an answer", entry.id() + " v4");
        audit.note(boris.id(), "changed an answer", "no-such-answer v2");
        audit.note(boris.id(), "answered a question", gone);
        audit.note(boris.id(), "sent an announcement", gone);
        var asked = "Кога отваря залата, ако валя през нощта и пътят до нея още не е изчистен?";
        var draft =
                stage.bean(Drafts.class).propose(asked, "В осем.", Locale.forLanguageTag("bg"), "", boris.id(), null);
        audit.note(boris.id(), "changed a draft", draft);
        var journal = stage.signedIn(boris)
                .get("/desk/audit", "Accept-Language", "bg")
                .body();
        stage.clock.travelTo("2027-02-01T08:05:00Z");
        assertThat(HtmlUtils.htmlUnescape(journal))
                .contains(": на кого да се обадим (XLSX)", ": Баджове", ": № 12", ": версия 3", ": Харманли, НПО")
                .contains(
                        ": връзка № 2",
                        "Помощник на входа: Собственик " + boris.key().substring(0, 4),
                        "нови 3, променени 2")
                .contains(entry.label().words().get("bg") + ", версия 4", "/desk/knowledge/entries/" + entry.id())
                .contains("вече не съществува, версия 2", "вече не съществува</td>", "Firefox · Linux")
                .contains("drafts/" + draft + "\">Кога отваря залата, ако валя през нощта и пътят до нея още…</a>")
                .as("nothing leads to what is no more")
                .doesNotContain(gone, "no-such-answer", "calls xlsx", " v3");
    }

    @Test
    void atTheDoorPeopleAreCheckedInAndOneMoreComesInOnlyIfSomebodySaysSo() {
        var day = maria;
        at("2027-02-25T08:00:00Z");
        try {
            var list = "/desk/forums/" + HASKOVO + "/people";
            assertThat(people(HASKOVO, "?q=gyulsyum")).contains("/here?q=gyulsyum");
            assertThat(maria.submits("/desk/forums/" + HASKOVO + "/scanner").body())
                    .contains("<svg", "value=\"" + stage.bean(Links.class).page("scanner#"));
            var boris = stage.signedIn(stage.person("boris", Role.OWNER));
            assertThat(boris.get("/desk/audit", "Accept-Language", "bg").body())
                    .contains("отвори скенер за входа", "href=\"/desk/forums/" + HASKOVO + "\"");
            var here = maria.submits(list + "/person4/here?q=gyulsyum");
            var back = here.headers().firstValue("Location").orElseThrow();
            assertThat(back).startsWith(list).contains("q=gyulsyum", "done=checked-in", "undone=person4");
            assertThat(maria.get(back, "Accept-Language", "bg").body()).contains("е тук.", "/person4/away?q=gyulsyum");
            assertThat(people(HASKOVO, "?standing=HERE")).contains("1 човек");
            maria.submits(list + "/person4/away");
            assertThat(people(HASKOVO, "?standing=HERE")).contains("Никой не отговаря");
            assertThat(maria.submits(list + "/person55/here")
                            .headers()
                            .firstValue("Location")
                            .orElseThrow())
                    .as("who waits has no seat")
                    .contains("done=no-seat");

            var guests = "/desk/forums/" + HASKOVO + "/guests";
            var full = maria.submits(guests, "guest", "late1", "name", "Късно Дошъл");
            assertThat(full.headers().firstValue("Location").orElseThrow()).contains("done=guest-full");
            var beyond = maria.submits(guests, "guest", "late1", "name", "Късно Дошъл", "beyond", "true");
            assertThat(beyond.headers().firstValue("Location").orElseThrow()).contains("done=guest-seated");
            assertThat(forum(HASKOVO).seats()).hasSize(51);
        } finally {
            maria = day;
            stage.clock.travelTo("2027-02-01T08:05:00Z");
        }
    }

    // ---- files

    @Test
    void listsOpenInASpreadsheetAndNoCellIsAFormula() throws IOException {
        stage.bean(Registrations.class)
                .register(HASKOVO, new ContactId("mallory"), new Profile("ngo", "haskovo", "@SUM(1+1)", "=1+1;\"x\""));
        stage.bean(PhoneNumbers.class).keep("mallory", new PhoneNumber("+359888123456"));
        stage.clock.travelTo("2027-02-01T08:10:00Z"); // lists are as they were some seconds ago
        var csv = maria.download("/desk/forums/" + HASKOVO + "/people.csv");
        var text = new String(csv.body(), StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("\uFEFF\"№\";\"Име\";")
                .contains("\"'=1+1;\"\"x\"\"\";\"'@SUM(1+1)\"")
                .contains(";\"'+359 888 123 456\"\r\n", ";\"без телефон\"\r\n");
        assertThat(text.lines()).hasSizeGreaterThanOrEqualTo(1 + 57);
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("pokana-" + HASKOVO);

        var sheet = sheet(maria.download("/desk/forums/" + HASKOVO + "/people.xlsx?q=gyulsyum")
                .body());
        assertThat(sheet).contains("Гюлсюм").doesNotContain("<f>", "Иван");
        assertThat(sheet(maria.download("/desk/forums/" + HASKOVO + "/people.xlsx")
                        .body()))
                .contains("=1+1;", "+359 888 123 456", "без телефон")
                .doesNotContain("<f>");
        for (String formula : List.of("=x", "+x", "-x", "@x", "\tx", " =x", "|x", "%x")) {
            assertThat(RosterFiles.cell(formula)).as(formula).startsWith("\"'");
        }
        assertThat(RosterFiles.cell("Иван-Петър")).as("control").isEqualTo("\"Иван-Петър\"");
    }

    private static String sheet(byte[] book) throws IOException {
        var file = Files.createTempFile("pokana", ".xlsx");
        try {
            Files.write(file, book);
            var all = new StringBuilder();
            try (var zip = new ZipFile(file.toFile())) {
                for (var entry : Collections.list(zip.entries())) {
                    all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return HtmlUtils.htmlUnescape(all.toString());
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void nobodyTakesManyFilesInAnHour() {
        var greedy = stage.signedIn(stage.person("greedy", Role.ORGANIZER));
        var path = "/desk/forums/" + DIMITROVGRAD + "/people.csv";
        for (int i = 0; i < Downloads.MOST_AN_HOUR; i++) {
            assertThat(greedy.get(path).statusCode()).isEqualTo(200);
        }
        assertThat(greedy.get(path).statusCode()).isEqualTo(429);
        assertThat(maria.get(path).statusCode()).as("others may").isEqualTo(200);
        assertThat(stage.bean(Audit.class).latest(0, 500))
                .extracting(Audit.Entry::what, Audit.Entry::about)
                .contains(org.assertj.core.groups.Tuple.tuple("downloaded a list", DIMITROVGRAD + " csv"));
    }

    // ---- what people write about themselves

    @Test
    @Tag("payloads")
    void nothingThatPeopleWriteRunsOnAPage() {
        var payloads = Payloads.all();
        assertThat(payloads).hasSizeGreaterThanOrEqualTo(300);
        var id = stage.bean(Forums.class).all().get(3).id();
        maria.submits(
                "/desk/forums/" + id + "/guests",
                "guest",
                "xss1",
                "name",
                "a" + payloads.get(0),
                "organisation",
                payloads.get(1));
        var people = new ArrayList<Registration>();
        payloads.forEach(payload -> {
            var who = "x" + payloads.indexOf(payload);
            var profile = new Profile("ngo", "topolovgrad", payload, payload);
            people.add(DeskSeason.somebody(id, who, profile));
            if (who.endsWith("5")) { // which nobody can leave, so that it stands there as if somebody had
                stage.bean(PhoneNumbers.class).keep(who, new PhoneNumber(payload));
            }
            if (who.endsWith("0")) {
                var helper = stage.person(who, Role.DOOR); // so that they stand on the team's page, too
                stage.bean(Contacts.class).learn(helper.id(), profile);
                stage.bean(Audit.class).note(helper.id(), "signed in", payload);
            }
        });
        stage.bean(MongoOperations.class).insertAll(people);
        stage.clock.travelTo("2027-02-01T08:20:00Z");
        var owner = stage.signedIn(stage.person("boris", Role.OWNER));
        var pages = new ArrayList<>(List.of("/desk", "/desk/coverage/topolovgrad/ngo", "/desk/team", "/desk/audit"));
        for (int page = 0; page * 50 < payloads.size() + 1; page++) {
            pages.add("/desk/forums/" + id + "/people?page=" + page);
        }
        var titles = List.of("/desk", "/desk/forums", "/desk/forums/" + id, "/desk/forums/" + id + "/edit");
        for (String payload : payloads.subList(0, 60)) {
            if (payload.endsWith("alert(1)</script>") || payload.contains("onerror=alert(1)")) {
                describe(id, payload);
                titles.forEach(path -> assertThat(Payloads.alive(owner.get(path).body()))
                        .as(path + payload)
                        .isEmpty());
            }
        }
        var seen = new StringBuilder();
        for (String path : pages) {
            var page = owner.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(Payloads.alive(page.body())).as(path).isEmpty();
            seen.append(page.body());
        }
        long shown = payloads.stream()
                .filter(payload -> seen.toString()
                                .contains(HtmlUtils.htmlEscape(payload.strip().split("\\s")[0], "UTF-8"))
                        || seen.toString().contains(payload.strip().split("\\s")[0]))
                .count();
        assertThat(shown).as("they are there, as words").isGreaterThan(payloads.size() * 9L / 10);
        for (String payload : payloads.subList(0, 12)) {
            var query = java.net.URLEncoder.encode(payload, StandardCharsets.UTF_8);
            for (String path : List.of(
                    "/desk/forums/" + id + "/people?q=", "/desk/devices?done=checked-in&about=", "/desk?done=")) {
                assertThat(Payloads.alive(owner.get(path + query).body()))
                        .as(path + query)
                        .isEmpty();
            }
        }
    }

    private static void describe(String id, String words) {
        var all = Localized.of(words, words);
        var forum = forum(id);
        stage.bean(Forums.class).describe(id, new Description(all, all, forum.languages(), forum.groups()));
    }

    @Test
    void anUnescapedPayloadWouldBeSeen() { // control
        for (String payload : Payloads.all()) {
            if (payload.contains("<")) {
                assertThat(Payloads.alive("<p>" + payload + "</p>")).as(payload).isNotEmpty();
            }
        }
        assertThat(Payloads.alive("<input value=\"\" onfocus=alert(1) x=\"\">")).isNotEmpty();
        assertThat(Payloads.alive("<a href=\"javascript:alert(1)\">x</a>")).isNotEmpty();
    }
}
