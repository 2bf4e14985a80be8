package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pokana.announcement.Announcement;
import org.pokana.announcement.Announcement.State;
import org.pokana.announcement.Announcements;
import org.pokana.announcement.Enclosing;
import org.pokana.audit.Audit;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Content;
import org.pokana.messaging.Message;
import org.pokana.messaging.Outbox;
import org.pokana.phone.PhoneNumber;
import org.pokana.phone.PhoneNumbers;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.web.util.HtmlUtils;

/** Maria writes to many people at the desk, looks what becomes of it, and puts right what went wrong. */
class DeskAnnouncementsTests {

    private static final String NEW = "/desk/announcements/new";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static DeskStage stage;
    private static Contact maria;
    private static DeskVisitor desk;

    @BeforeAll
    static void open() {
        stage = DeskStage.open();
        maria = DeskCrowd.organizer(stage, "maria");
        List.of("ivaylovgrad", "lyubimets", "stambolovo", "mineralni-bani", "simeonovgrad", "svilengrad")
                .forEach(each -> DeskCrowd.gathers(stage, each, 6));
        DeskCrowd.gathers(stage, "madzharovo", 201);
        sitsDown();
    }

    private static void sitsDown() {
        desk = stage.signedIn(maria);
        desk.get("/desk/devices");
    }

    /** Never earlier, as whoever sends has that hour for themselves; and signed in again, as nobody stays it for so long. */
    private static void itGets(int hour) {
        var now = stage.clock.instant().atZone(ZoneId.of("Europe/Sofia"));
        var then = now.withHour(hour).withMinute(5);
        stage.clock.travelTo(
                (then.isAfter(now) ? then : then.plusDays(1)).toInstant().toString());
        sitsDown();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    // ---- writing

    private static Map<String, String> form(String text) {
        return form(text, "ivaylovgrad");
    }

    /** What she fills in; six people of a municipality get it. */
    private static Map<String, String> form(String text, String municipality) {
        var page = desk.get(NEW, "Accept-Language", "bg").body();
        var id = Pattern.compile("name=\"id\" value=\"([a-z0-9]+)\"").matcher(page);
        assertThat(id.find()).isTrue();
        var form = new LinkedHashMap<String, String>();
        form.put("id", id.group(1));
        form.put("text-bg", text);
        form.put("to", "municipality:" + municipality);
        return form;
    }

    private static HttpResponse<String> submits(Map<String, String> form) {
        return submits(NEW, form);
    }

    private static HttpResponse<String> submits(String path, Map<String, String> form) {
        return desk.submits(
                path,
                form.entrySet().stream()
                        .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new));
    }

    private static String seen(HttpResponse<String> preview) {
        var seen = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(preview.body());
        assertThat(seen.find()).as(preview.body()).isTrue();
        return seen.group(1);
    }

    private static List<String> letters(HttpResponse<String> page) {
        return Pattern.compile("(?s)<p class=\"phone\">(.*?)</p>")
                .matcher(page.body())
                .results()
                .map(letter -> HtmlUtils.htmlUnescape(letter.group(1)))
                .toList();
    }

    /** Looked at, confirmed, and on its way. */
    private static String sends(Map<String, String> form, String go) {
        form.put("seen", seen(submits(form)));
        form.put("go", go);
        var sent = submits(form);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        return form.get("id");
    }

    private static Announcement announcement(String id) {
        return stage.bean(Announcements.class).find(id).orElseThrow();
    }

    private static List<Message> messages(String id) {
        return stage.bean(Outbox.class).of("announcement:" + id);
    }

    /** Ten seconds are for second thoughts; then everything leaves by itself. */
    private static void isThrough(String id) {
        stage.clock.travelTo(stage.clock.instant().plusSeconds(11).toString());
        await().atMost(PATIENCE).until(() -> announcement(id).settled());
    }

    private static long noted(String what, String about) {
        return stage.bean(Audit.class).latest(0, 500).stream()
                .filter(entry -> entry.what().equals(what) && about.equals(entry.about()))
                .count();
    }

    private static String page(String path) {
        return desk.get(path, "Accept-Language", "bg").body();
    }

    @Test
    void whatArrivesIsWhatWasShownAndOnlyOnce() {
        var form = form("Залата е друга: *Младежки дом*.", "lyubimets");
        form.put("text-en", "Another room: the youth centre.");
        form.put("receipt", "true");
        var preview = submits(form);
        assertThat(preview.body())
                .contains("6 души ще получат това", "Изпрати на 6 души", "Прочетох го", "община „Любимец“");
        assertThat(stage.bean(Announcements.class).find(form.get("id")))
                .as("looking sends nothing")
                .isEmpty();

        var id = sends(form, "now");
        assertThat(submits(form).headers().firstValue("Location").orElseThrow()).contains(id);
        assertThat(stage.bean(Announcements.class).latest(50))
                .filteredOn(one -> one.texts().in(java.util.Locale.ENGLISH).startsWith("Another room"))
                .as("sent twice it is one")
                .hasSize(1);
        isThrough(id);
        assertThat(messages(id))
                .hasSize(6)
                .allMatch(message -> message.state() == Message.State.SENT)
                .extracting(message -> Content.words(message.content()).text())
                .containsOnlyElementsOf(letters(preview));
        assertThat(noted("sent an announcement", id)).isEqualTo(1);

        var other = form("Залата е друга: *Младежки дом*.", "lyubimets");
        sends(other, "now");
        assertThat(other.get("id"))
                .as("control: another form is another message")
                .isNotEqualTo(id);
        desk.submits("/desk/announcements/" + other.get("id") + "/stop");
    }

    @Test
    void nothingElseLeavesThanWhatWasSeen() {
        var form = form("Утре в десет.");
        form.put("seen", seen(submits(form)));
        form.put("go", "now");
        for (var change : List.of(
                Map.entry("text-bg", "Утре в единайсет."),
                Map.entry("to", "all"),
                Map.entry("urgent", "Пътят е затворен"),
                Map.entry("receipt", "true"))) {
            var other = new LinkedHashMap<>(form);
            other.put(change.getKey(), change.getValue());
            var again = submits(other);
            assertThat(again.statusCode()).as(change.getKey()).isEqualTo(200);
            assertThat(again.body()).contains("class=\"phone\"");
        }
        assertThat(stage.bean(Announcements.class).find(form.get("id"))).isEmpty();
        assertThat(submits(form).statusCode()).as("control").isEqualTo(302);
        desk.submits("/desk/announcements/" + form.get("id") + "/stop");
    }

    @Test
    void whatCannotGoIsSaidAndGoesNowhere() {
        var wrong = new ArrayList<Map.Entry<String, String>>();
        wrong.add(Map.entry("text-bg", ""));
        wrong.add(Map.entry("text-bg", "я".repeat(3001)));
        wrong.add(Map.entry("to", "combined:all"));
        wrong.add(Map.entry("to", "waiting:" + DeskSeason.HASKOVO));
        wrong.add(Map.entry("leaves", "at"));
        wrong.add(Map.entry("leaves", "2027-02-10T22:00"));
        wrong.add(Map.entry("leaves", "2027-01-05T10:00"));
        wrong.add(Map.entry("until-day", "2027-01-05"));
        wrong.add(Map.entry("urgent", "спешно ".repeat(40)));
        var said = new ArrayList<String>();
        for (var field : wrong) {
            var form = form("Утре в десет.");
            form.put(field.getKey(), field.getValue());
            form.put("go", "now");
            var page = submits(form);
            assertThat(page.statusCode()).as(field.toString()).isEqualTo(200);
            var alert = Pattern.compile("role=\"alert\">([^<]+)<").matcher(page.body());
            assertThat(alert.find()).as(field.toString()).isTrue();
            said.add(alert.group(1).split(" ")[0]);
            assertThat(stage.bean(Announcements.class).find(form.get("id"))).isEmpty();
        }
        assertThat(said)
                .containsExactly(
                        "Напишете", "Текстът", "Изберете", "Сега", "Трябва", "Хората", "Трябва", "„Важи", "Причината");
        assertThat(desk.submits(NEW, "id", "../x", "text-bg", "x").statusCode()).isEqualTo(400);
    }

    @Test
    void manyPeopleAreTypedOutBeforeTheyGetIt() {
        var form = form("До всички в Маджарово.");
        form.put("to", "municipality:madzharovo");
        var preview = submits(form);
        assertThat(preview.body()).contains("напишете колко души", "201");
        form.put("seen", seen(preview));
        form.put("go", "now");
        form.put("count", "200");
        assertThat(submits(form).body()).contains("Това не е броят на хората");
        assertThat(stage.bean(Announcements.class).find(form.get("id"))).isEmpty();
        form.put("count", "201");
        assertThat(submits(form).statusCode()).isEqualTo(302);
        desk.submits("/desk/announcements/" + form.get("id") + "/stop");
    }

    @Test
    void countsFollowWhatIsTicked() {
        assertThat(page("/desk/announcements/reach?to=municipality:ivaylovgrad"))
                .contains(">6<", "Ивайловград");
        assertThat(page("/desk/announcements/reach?to=municipality:ivaylovgrad&to=municipality:madzharovo"))
                .contains(">207<");
        assertThat(page("/desk/announcements/reach?to=municipality:ivaylovgrad&to=language:en"))
                .as("two sorts narrow down")
                .contains(">3<");
        assertThat(page("/desk/announcements/reach?to=municipality:ivaylovgrad&except=language:en"))
                .contains(">3<", "Без:");
        assertThat(page("/desk/announcements/reach?to=all&to=municipality:ivaylovgrad"))
                .as("in doubt fewer")
                .contains(">6<");
        assertThat(page("/desk/announcements/reach?to=%00&to=combined:all+all")).contains(">0<");
    }

    @Test
    void byNightItWaitsForTheMorningUnlessSheInsists() {
        itGets(23);
        try {
            var form = form("Утре в десет.", "simeonovgrad");
            var preview = submits(form);
            assertThat(preview.body()).contains("Нощ е.", "value=\"morning\"").doesNotContain("Изпрати на 6");
            var waits = announcement(sends(form, "morning"));
            assertThat(waits.dueAt().toString()).endsWith("T06:00:00Z");
            assertThat(waits.terms().atNight()).isFalse();
            var insists = announcement(sends(form("Пътят е затворен.", "simeonovgrad"), "now"));
            assertThat(insists.terms().atNight()).isTrue();
            desk.submits("/desk/announcements/" + waits.id() + "/stop");
            desk.submits("/desk/announcements/" + insists.id() + "/stop");

            var late = form("Писано през деня.");
            late.put("seen", seen(submits(late)).replace("-night", ""));
            late.put("go", "now");
            assertThat(submits(late).body()).as("seen by day, sent by night").contains("Нощ е.");
        } finally {
            itGets(10);
        }
    }

    @Test
    void itLeavesWhenItIsScheduledFor() {
        var form = form("Напомняме за формуляра.");
        form.put("leaves", "at");
        form.put("day", "2027-02-10");
        form.put("hour", "10:00");
        var id = sends(form, "now");
        assertThat(announcement(id).state()).isEqualTo(State.SCHEDULED);
        assertThat(announcement(id).terms().timing().at()).hasToString("2027-02-10T08:00:00Z");
        assertThat(page("/desk/announcements")).contains("Насрочено", "10.02.2027", "10:00");
        assertThat(page("/desk/announcements/" + id))
                .contains("Насрочено", "/stop")
                .doesNotContain("/pause");
        assertThat(noted("scheduled an announcement", id)).isEqualTo(1);
        desk.submits("/desk/announcements/" + id + "/stop");
        assertThat(announcement(id).state()).isEqualTo(State.STOPPED);

        var near = form("Утре е форумът.");
        near.put("to", "all");
        near.put("leaves", "-1d10@" + DeskSeason.HASKOVO);
        assertThat(page(NEW)).contains("value=\"-1d10@" + DeskSeason.HASKOVO + "\"");
        assertThat(submits(near).body()).contains("24 февруари");
    }

    @Test
    void aTestGoesToHerAlone() {
        var form = form("Проба.");
        form.put("seen", seen(submits(form)));
        form.put("go", "test");
        assertThat(submits(form).body()).contains("Пътува към вашия разговор");
        assertThat(stage.bean(Announcements.class).find(form.get("id"))).isEmpty();
        assertThat(stage.bean(Outbox.class).of("announcement-test:" + form.get("id")))
                .extracting(Message::contact)
                .containsExactly(maria.key());
    }

    // ---- afterwards

    @Test
    void itIsPausedGoesOnAndIsStoppedOnce() {
        var id = sends(form("Спри се."), "now");
        var one = "/desk/announcements/" + id;
        assertThat(desk.get(one + "?done=announcement-sent").body()).contains("action=\"" + one + "/stop\"");
        assertThat(location(desk.submits(one + "/pause"))).contains("done=paused-an-announcement");
        assertThat(announcement(id).state()).isEqualTo(State.PAUSED);
        assertThat(location(desk.submits(one + "/pause"))).contains("done=announcement-as-it-was");
        assertThat(location(desk.submits(one + "/resume"))).contains("done=resumed-an-announcement");
        assertThat(location(desk.submits(one + "/stop"))).contains("done=stopped-an-announcement");
        assertThat(location(desk.submits(one + "/stop"))).contains("done=announcement-as-it-was");
        assertThat(List.of("paused", "resumed", "stopped")).allMatch(act -> noted(act + " an announcement", id) == 1);
        assertThat(page("/desk/announcements")).contains("Спри се.", "Спряно");
        var owner = stage.signedIn(stage.person("boris", Role.OWNER));
        assertThat(owner.get("/desk/audit").body()).contains(one + "\">Спри се.</a>");
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void wordsAreCorrectedWhereTheyAreAndThenTakenBack() {
        var id = sends(form("Сгрешено.", "stambolovo"), "now");
        var one = "/desk/announcements/" + id;
        assertThat(location(desk.get(one + "/correction"))).contains("announcement-not-yet");
        isThrough(id);
        assertThat(page(one)).contains("Доставени", "<dd>6</dd>", one + "/correction", "ask=delete");

        assertThat(page(one + "/correction")).contains("Сгрешено.");
        var right = new LinkedHashMap<String, String>(Map.of("text-bg", "Поправено."));
        var preview = submits(one + "/correction", right);
        assertThat(preview.body()).contains("6 души ще прочетат това");
        assertThat(announcement(id).texts().words()).containsEntry("bg", "Сгрешено.");
        right.put("seen", seen(preview));
        assertThat(location(submits(one + "/correction", right))).contains("done=corrected-an-announcement");
        assertThat(announcement(id).texts().words()).containsEntry("bg", "Поправено.");
        assertThat(noted("corrected an announcement", id)).isEqualTo(1);

        assertThat(page(one + "?ask=delete")).contains("Да се изтрие ли от разговорите на 6 души?");
        assertThat(location(desk.submits(one + "/deletion"))).contains("done=deleted-an-announcement");
        assertThat(location(desk.submits(one + "/deletion"))).contains("done=announcement-as-it-was");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(page(one)).contains("Изтрито при", "<dd>6</dd>"));
        assertThat(noted("deleted an announcement", id)).isEqualTo(1);
    }

    @Test
    void whoIsToBeCalledHasANameAndWhoIsSilentIsRemindedOnce() {
        stage.bean(Contacts.class)
                .learn(
                        new ContactId("mineralni-bani-1"),
                        new Profile("ngo", "mineralni-bani", "Сдружение „Дом“", "Гюлсюм Караасан"));
        var form = form("Кажете дали сте го прочели.", "mineralni-bani");
        form.put("receipt", "true");
        form.put("urgent", "Пътят е затворен");
        var id = sends(form, "now");
        isThrough(id);
        var one = "/desk/announcements/" + id;
        stage.bean(PhoneNumbers.class).keep("mineralni-bani-1", new PhoneNumber("+359888123456"));
        assertThat(page(one + "/calls"))
                .contains("6 души", "Гюлсюм Караасан", "Сдружение „Дом“", "не го е прочел")
                .containsOnlyOnce("href=\"tel:+359888123456\"")
                .contains(">+359 888 123 456</a>", "без телефон");
        stage.bean(Contacts.class)
                .learn(new ContactId("mineralni-bani-2"), new Profile("ngo", "mineralni-bani", "=1+1", "@SUM(1)"));
        var file = new String(desk.download(one + "/calls.csv").body(), StandardCharsets.UTF_8);
        assertThat(file)
                .startsWith("\uFEFF\"Име\";")
                .contains(";\"'+359 888 123 456\"\r\n", ";\"без телефон\"\r\n")
                .contains("\"Гюлсюм Караасан\";", "\"'@SUM(1)\";\"'=1+1\";")
                .hasLineCount(7);
        assertThat(noted("downloaded a list", id + " csv")).isEqualTo(1);
        assertThat(page(NEW + "?again=" + id))
                .contains("Кажете дали сте го прочели.", "value=\"silent:" + id + "\" checked");
        assertThat(location(desk.get(NEW + "?again=nothing"))).contains("announcement-nobody-silent");
        assertThat(desk.get("/desk/announcements/nothing/calls").statusCode()).isEqualTo(404);
    }

    @Test
    void whatDidNotArriveIsSentOnceMoreOrLetBe() {
        var none = "Всичко е наред";
        assertThat(page("/desk/undelivered")).contains(none);
        var id = sends(form("Стигна ли?", "svilengrad"), "now");
        isThrough(id);
        ends(id, 0, Message.State.FAILED);
        ends(id, 1, Message.State.FAILED);
        ends(id, 2, Message.State.UNCERTAIN);
        assertThat(page("/desk")).contains("href=\"/desk/undelivered\"", "3 съобщения не са стигнали");
        var page = page("/desk/undelivered");
        assertThat(page).contains("Стигна ли?", "2 не стигнаха", "1 неясно", "Прати нестигналите: 2");
        var looked = Pattern.compile("name=\"looked\" value=\"(\\d+)\"").matcher(page);
        assertThat(looked.find()).isTrue();

        var again = "/desk/undelivered/again";
        assertThat(location(desk.submits(again, "looked", "0"))).contains("undelivered-already");
        assertThat(location(desk.submits(again, "looked", looked.group(1)))).contains("undelivered-again&about=2");
        assertThat(location(desk.submits(again, "looked", looked.group(1))))
                .as("sent twice it leaves once")
                .contains("undelivered-already");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(messages(id))
                .filteredOn(message -> message.state() == Message.State.SENT)
                .hasSize(5));
        assertThat(location(desk.submits("/desk/undelivered/dismissal", "looked", looked.group(1))))
                .contains("undelivered-dismissed");
        assertThat(page("/desk/undelivered")).contains(none);
        assertThat(noted("sent undelivered messages again", "2")).isEqualTo(1);
    }

    /** As if the channel had not taken it. */
    private static void ends(String id, int which, Message.State state) {
        stage.bean(MongoOperations.class)
                .updateFirst(
                        query(where("_id").is(messages(id).get(which).id())),
                        Update.update("state", state),
                        Message.class);
    }

    // ---- what people write

    @Test
    @Tag("payloads")
    void nothingThatPeopleWriteRunsOnAPage() {
        var payloads = Payloads.all();
        assertThat(payloads).hasSizeGreaterThanOrEqualTo(300);
        var texts = new ArrayList<String>();
        for (int from = 0; from < payloads.size(); from += 26) {
            texts.add(String.join("\n", payloads.subList(from, Math.min(payloads.size(), from + 26))));
        }
        var names = DeskCrowd.gathers(stage, "topolovgrad", texts.size());
        for (int i = 0; i < texts.size(); i++) {
            var profile = new Profile("ngo", "topolovgrad", texts.get(i), texts.get(i));
            stage.bean(Contacts.class).learn(new ContactId(names.get(i)), profile);
        }
        var id = "";
        for (int i = 0; i < texts.size(); i++) {
            var form = form(texts.get(i), "topolovgrad");
            form.put("text-en", texts.get(i));
            form.put("urgent", payloads.get(i * 5));
            form.put("day", payloads.get(i));
            form.put("file", kept(payloads.get(i)));
            form.put("receipt", "true");
            isHarmless(submits(form).body());
            form.put("leaves", payloads.get(i));
            isHarmless(submits(form).body());
            form.remove("leaves");
            id = i > 0 ? id : sends(form, "now");
        }
        isThrough(id);
        var one = "/desk/announcements/" + id;
        for (String path :
                List.of("/desk/announcements", one, one + "/calls", one + "/correction", NEW + "?again=" + id)) {
            assertThat(isHarmless(page(path))).as(path).contains("alert(1)");
        }
        for (String text : texts) {
            isHarmless(submits(one + "/correction", Map.of("text-bg", text, "text-en", text))
                    .body());
        }
        for (String payload : payloads.subList(0, 12)) {
            var query = URLEncoder.encode(payload, StandardCharsets.UTF_8);
            for (String path :
                    List.of(NEW + "?again=", one + "?ask=", "/desk/announcements/reach?to=", one + "?done=")) {
                isHarmless(page(path + query));
            }
        }
    }

    private static String kept(String name) {
        var upload = new Enclosing.Upload(name, "текст".getBytes(StandardCharsets.UTF_8));
        return stage.bean(Enclosing.class)
                .take(List.of(), List.of(upload), maria)
                .items()
                .get(0)
                .file();
    }

    private static String isHarmless(String page) {
        assertThat(Payloads.alive(page)).isEmpty();
        return page;
    }

    @Test
    void nobodySendsAFileThatSomebodyElseBrought() {
        var ivan = DeskCrowd.organizer(stage, "ivan");
        var upload = new Enclosing.Upload("покана.txt", "текст".getBytes(StandardCharsets.UTF_8));
        var enclosing = stage.bean(Enclosing.class);
        var his = enclosing.take(List.of(), List.of(upload), ivan).items();
        var kept = List.of(his.get(0).file(), "nothing");
        assertThat(enclosing.take(kept, List.of(), maria).items()).isEmpty();
        assertThat(enclosing.take(kept, List.of(), ivan).items()).as("control").isEqualTo(his);
        var tooMany = enclosing.take(List.of(), Collections.nCopies(11, upload), ivan);
        assertThat(tooMany.items()).hasSize(10);
        assertThat(tooMany.trouble()).isNotNull();
        assertThat(enclosing
                        .take(List.of(), List.of(new Enclosing.Upload("x", new byte[0])), ivan)
                        .items())
                .isEmpty();
    }
}
