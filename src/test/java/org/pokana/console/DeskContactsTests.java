package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pokana.archive.ArchiveKit;
import org.pokana.archive.Directory;
import org.pokana.archive.KeepingUp;
import org.pokana.audit.Audit;
import org.pokana.contact.Consent;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.forum.Registrations;
import org.pokana.helpdesk.TeamTalks;
import org.pokana.kernel.Address;
import org.pokana.messaging.Message;
import org.pokana.phone.PhoneNumber;
import org.pokana.phone.PhoneNumbers;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

/** Maria looks people up, reads what was said with them, and talks with them herself. */
class DeskContactsTests {

    private static final Profile DIMITROV = new Profile("ngo", "svilengrad", "Читалище „Просвета“", "Гюлсюм Димитрова");

    private static DeskStage stage;
    private static Contact herself;
    private static DeskVisitor maria;

    @BeforeAll
    static void open() {
        stage = DeskStage.open(FewAnswers.and(DeskChat.PATIENT));
        DeskSeason.happens(stage);
        herself = organizer("maria");
        maria = stage.signedIn(herself);
        maria.get("/desk/devices");
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static Contact organizer(String name) {
        var contact = new DeskChat(stage, name).contact();
        stage.bean(Contacts.class).grant(contact.id(), Role.ORGANIZER);
        return stage.bean(Contacts.class).find(contact.id()).orElseThrow();
    }

    private static void consents(Contact who, Profile profile) {
        var contacts = stage.bean(Contacts.class);
        contacts.consents(
                who.id(), new Consent("registration", 3, "", "bg", "webchat", Instant.parse("2027-01-11T08:00:00Z")));
        contacts.learn(who.id(), profile);
    }

    private static String page(String path) {
        var page = maria.get(path, "Accept-Language", "bg");
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return page.body();
    }

    private static String at(Contact who) {
        return "/desk/contacts/" + who.key();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none " + answer.statusCode());
    }

    private static String does(Contact who, String act, String... fields) {
        return location(maria.submits(at(who) + "/talk/" + act, fields));
    }

    private static String query(String letters) {
        return URLEncoder.encode(letters, StandardCharsets.UTF_8);
    }

    private static List<String> audited(String what) {
        return stage.bean(Audit.class).latest(0, 500).stream()
                .filter(entry -> entry.what().equals(what))
                .map(entry -> String.valueOf(entry.about()))
                .toList();
    }

    // ---- everybody

    @Test
    void somebodyIsFoundInWhicheverLettersTheyAreTyped() {
        var gyulsyum = stage.person("gyulsyum");
        consents(gyulsyum, DIMITROV);
        for (String typed : List.of("Димитрова", "dimitrova gul", "ДИМИТР", "prosveta", "читалище гюл")) {
            assertThat(page("/desk/contacts?q=" + query(typed))).as(typed).contains("Гюлсюм Димитрова", at(gyulsyum));
        }
        assertThat(page("/desk/contacts?q=" + query("митрова"))).as("control").doesNotContain("Гюлсюм");
        assertThat(page("/desk/contacts?q=dimitrova&municipality=svilengrad&group=ngo&channel=webchat"))
                .contains("Гюлсюм");
        for (String other : List.of("municipality=topolovgrad", "group=institution", "channel=telegram")) {
            assertThat(page("/desk/contacts?q=dimitrova&" + other)).contains("Няма човек, който отговаря");
        }
    }

    @Test
    void whoWasKnownBeforeCanBeLookedForToo() {
        var boyan = stage.person("boyan");
        consents(boyan, new Profile("institution", "haskovo", "Архив", "Боян Стамболийски"));
        var contacts = stage.bean(MongoOperations.class).getCollection("contacts");
        contacts.updateOne(new Document("_id", boyan.key()), new Document("$unset", new Document("sought", "")));
        assertThat(page("/desk/contacts?q=stamboliyski"))
                .as("as an earlier version left it")
                .doesNotContain("Боян");
        ArchiveKit.spells(stage.bean(Directory.class));
        assertThat(page("/desk/contacts?q=stamboliyski")).contains("Боян Стамболийски");
    }

    @Test
    void theListHasPagesAndAnOrder() {
        for (int i = 0; i < 60; i++) {
            var one = stage.person("crowd" + i);
            consents(one, new Profile("ngo", "harmanli", "Тълпа", "Тълпа %02d".formatted(i)));
        }
        var first = page("/desk/contacts?q=talpa&order=NAME");
        assertThat(first)
                .contains("60 души", "Тълпа 00", "Тълпа 49", "Страница 1<")
                .doesNotContain("Тълпа 50");
        assertThat(first.indexOf("Тълпа 03")).isLessThan(first.indexOf("Тълпа 04"));
        assertThat(page("/desk/contacts?q=talpa&order=NAME&page=1")).contains("Тълпа 50", "Тълпа 59");
        assertThat(page("/desk/contacts?q=talpa&order=NAME&back=true"))
                .contains("Тълпа 59")
                .doesNotContain("Тълпа 09");
        assertThat(page("/desk/contacts?page=99999999&order=nonsense&municipality=nowhere&channel=(.*"))
                .contains("Хора");
    }

    @Test
    void onePersonIsShownWithAllThatMatters() {
        var ivanka = stage.person("ivanka");
        consents(ivanka, new Profile("institution", "haskovo", "РУО", "Иванка Тодорова"));
        stage.bean(Registrations.class).register(DeskSeason.DIMITROVGRAD, ivanka.id(), DIMITROV);
        stage.bean(Contacts.class).lost(new Address("webchat", "ivanka"));
        stage.bean(PhoneNumbers.class).keep(ivanka.key(), new PhoneNumber("+359888123456"));
        stage.bean(MongoOperations.class)
                .getCollection("inbox")
                .insertOne(said("ivanka-stop", "ivanka", "", "2027-01-30T09:15:00Z")
                        .append("kind", "BLOCKED_US"));
        assertThat(page(at(ivanka)))
                .contains("Иванка Тодорова", "РУО", "Данни за записване", "текст № 3", "спря бота")
                .contains(
                        "спря го сб, 30.01.2027, 11:15",
                        "Има място",
                        "/desk/forums/" + DeskSeason.DIMITROVGRAD + "/people?q=")
                .contains("Не е питал екипа", "не може да му се пише")
                .contains("<a class=\"tel\" href=\"tel:+359888123456\">+359 888 123 456</a>");
        assertThat(page(at(stage.person("nameless"))))
                .contains("Участник без име", "Още не е давал съгласие", "без телефон");
        assertThat(maria.get("/desk/contacts/nobody-at-all").statusCode()).isEqualTo(404);
    }

    @Test
    void aNumberLeftInTheChatIsThereToBeDialledAndGoesWithATap() {
        var nina = new DeskChat(stage, "nina");
        assertThat(nina.asks("/phone")).contains("По желание оставете телефон").doesNotContain("кламера");
        assertThat(nina.asks("0888 123")).contains("Това не е телефонен номер");
        assertThat(nina.asks("0888 123-456")).contains("+359 888 123 456");
        assertThat(page(at(nina.contact()))).contains("href=\"tel:+359888123456\"", "Телефон за връзка", "текст № 1");

        assertThat(nina.asks("/mydata")).contains("• телефон за връзка");
        nina.taps("Телефон за връзка");
        assertThat(nina.hears()).contains("Телефонът ви за връзка е +359 888 123 456.");
        nina.taps("Премахни номера");
        assertThat(nina.hears()).contains("вече не пазя телефона ви");
        assertThat(page(at(nina.contact()))).contains("без телефон").doesNotContain("tel:");
        assertThat(nina.asks("/mydata")).doesNotContain("• телефон за връзка");
    }

    // ---- what was said

    private static Document said(String id, String who, String text, String at) {
        return new Document("_id", id)
                .append("from", "webchat:" + who)
                .append("kind", "SAID")
                .append("text", text)
                .append("at", Date.from(Instant.parse(at)))
                .append("state", "DONE")
                .append("leaseUntil", Date.from(Instant.parse(at)))
                .append("attempt", 0);
    }

    private static void says(String id, String who, String text, String at) {
        stage.bean(MongoOperations.class).getCollection("inbox").insertOne(said(id, who, text, at));
    }

    private static String justNow(int tenthsAgo) {
        return stage.clock.instant().minusMillis(100L * tenthsAgo).toString();
    }

    @Test
    void aTalkIsReadFromItsEndToItsBeginning() {
        var petko = stage.person("petko");
        for (int i = 0; i < 100; i++) {
            says(
                    "petko" + i,
                    "petko",
                    "ред №" + i + ".",
                    Instant.parse("2027-01-20T08:00:00Z").plusSeconds(3600L * i).toString());
        }
        var seen = new ArrayList<String>();
        var path = at(petko) + "/talk";
        for (var shown = page(path); ; shown = page(path)) {
            Pattern.compile("ред №\\d+\\.")
                    .matcher(shown)
                    .results()
                    .map(MatchResult::group)
                    .forEach(seen::add);
            var earlier = Pattern.compile("href=\"([^\"]*before=\\d+)\"").matcher(shown);
            if (!earlier.find()) {
                assertThat(shown).contains("сряда, 20 януари 2027", "10:00");
                break;
            }
            path = earlier.group(1);
        }
        assertThat(seen).hasSize(100).doesNotHaveDuplicates();
        assertThat(page(at(petko) + "/talk?before=-5")).contains("Тук още не е казано нищо");
    }

    @Test
    void whatFadedIsSaidToBeGone() {
        var old = stage.person("old");
        stage.bean(MongoOperations.class)
                .getCollection("contacts")
                .updateOne(
                        new Document("_id", old.key()),
                        new Document("$set", new Document("since", Date.from(Instant.parse("2026-01-02T08:00:00Z")))));
        says("old1", "old", "каквото остана", "2027-01-20T08:00:00Z");
        assertThat(page(at(old) + "/talk")).contains("Каквото е казано преди 3.11.2026, вече е изтрито");
    }

    @Test
    void buttonsAreShownAndWhichWerePressed() {
        var olena = new DeskChat(stage, "olena");
        olena.asks("/help");
        olena.asks("/menu");
        olena.taps("Форуми");
        olena.hears();
        var talk = page(at(olena.contact()) + "/talk");
        assertThat(talk)
                .contains("Ботът", "/help")
                .containsPattern("class=\"tag good\">Форуми<span class=\"unseen\"> – натиснат");
        assertThat(talk).containsPattern("натисна: </span>Форуми");
        assertThat(talk.split("– натиснат", -1)).as("only that one").hasSize(2);
    }

    @Test
    void whoOrganizesIsReadByNobody() { // a link by which one signs in as its owner stands there
        var boris = new DeskChat(stage, "boris");
        stage.bean(Contacts.class).grant(boris.contact().id(), Role.OWNER);
        assertThat(boris.asks("/desk")).contains("/desk/in/");
        for (String path : List.of("", "/news?after=0")) {
            assertThat(maria.get(at(boris.contact()) + "/talk" + path).statusCode())
                    .isEqualTo(404);
        }
        assertThat(page(at(boris.contact()))).contains("Разговорите на екипа не се четат");
        assertThat(linkFound()).isFalse();
        assertThat(maria.get("/desk/contacts/said?q=desk&who=" + boris.contact().key())
                        .statusCode())
                .isEqualTo(404);

        stage.bean(Contacts.class).withdraw(boris.contact().id(), Role.OWNER);
        await().untilAsserted(() -> assertThat(linkFound()).as("control").isTrue());
        stage.bean(Contacts.class).grant(boris.contact().id(), Role.OWNER);
        assertThat(linkFound()).as("though it is in the index").isFalse();
    }

    private static boolean linkFound() {
        stage.bean(KeepingUp.class).keepUp();
        return page("/desk/contacts/said?side=ALL&q=desk").contains("/<mark>desk</mark>/in/");
    }

    @Test
    void whatSomebodySaidIsFoundInWhicheverFormAndLeadsThere() {
        var rada = stage.person("rada");
        for (int i = 0; i < 60; i++) {
            says(
                    "rada" + i,
                    "rada",
                    i == 20 ? "Къде се подават заявленията за <b>стипендии</b>?" : "още нещо " + i,
                    justNow(60 - i));
        }
        stage.bean(KeepingUp.class).keepUp();
        for (String asked : List.of("стипендия", "stipendiata заявление", "СТИПЕНДИИТЕ")) {
            assertThat(page("/desk/contacts/said?q=" + query(asked)))
                    .as(asked)
                    .contains("<mark>стипендии</mark>", "&lt;b&gt;", at(rada) + "/talk?at=");
        }
        assertThat(page("/desk/contacts/said?q=" + query("стипендия камион"))).contains("Никой не е казвал");
        assertThat(page("/desk/contacts/said?side=OURS&q=" + query("стипендия")))
                .contains("Никой не е казвал");
        assertThat(page("/desk/contacts/said?q=" + query("стипендия") + "&who="
                        + stage.person("petya").key()))
                .contains("Никой не е казвал");
        var there = Pattern.compile("href=\"([^\"]*talk\\?at=\\d+)#(said-[0-9a-f]+)\"")
                .matcher(page("/desk/contacts/said?q=" + query("стипендия") + "&who=" + rada.key()));
        assertThat(there.find()).isTrue();
        assertThat(page(there.group(1))).contains("id=\"" + there.group(2) + "\"", "още нещо 19", "още нещо 21");
    }

    @Test
    void foundThingsHavePages() {
        for (int i = 0; i < 45; i++) {
            says("echo" + i, "echo" + i % 3, "ехото отеква " + i + ".", justNow(45 - i));
            stage.person("echo" + i % 3);
        }
        stage.bean(KeepingUp.class).keepUp();
        var seen = new ArrayList<String>();
        var path = "/desk/contacts/said?q=" + query("отеква ехо");
        for (int i = 0; i < 3; i++) {
            var shown = page(path);
            Pattern.compile("</mark> (\\d+)\\.")
                    .matcher(shown)
                    .results()
                    .map(hit -> hit.group(1))
                    .forEach(seen::add);
            var next = Pattern.compile("href=\"([^\"]*before=\\d+)\"").matcher(shown);
            assertThat(next.find()).isEqualTo(i < 2);
            path = i < 2 ? next.group(1).replace("&amp;", "&") : path;
        }
        assertThat(seen).hasSize(45).doesNotHaveDuplicates().startsWith("44").endsWith("0");
    }

    // ---- who looked

    @Test
    void whoLooksAtWhomIsNotedOnceInAnHour() {
        var vesela = stage.person("vesela");
        for (int i = 0; i < 3; i++) {
            page(at(vesela));
            page(at(vesela) + (i == 0 ? "/talk/news?after=0" : "/talk"));
        }
        assertThat(audited("looked at a person")).containsOnlyOnce(vesela.key());
        assertThat(audited("read a conversation")).containsOnlyOnce(vesela.key());
        stage.signedIn(herself).get(at(vesela));
        assertThat(audited("looked at a person")).as("another session").contains(vesela.key(), vesela.key());
        var audits = stage.bean(MongoOperations.class).getCollection("audit").find(new Document("about", vesela.key()));
        assertThat(audits)
                .allSatisfy(entry -> assertThat(entry.getString("_id")).doesNotContain(vesela.key()));
    }

    // ---- taking over

    private static boolean noneWaits(Contact person) {
        return !stage.bean(MongoOperations.class)
                .exists(
                        new Query(where("contact")
                                .is(person.key())
                                .and("settledAt")
                                .is(null)),
                        Message.class);
    }

    @Test
    void mariaTakesATalkOverWritesReadsAndGivesItBack() {
        var zlatka = new DeskChat(stage, "zlatka");
        var her = zlatka.contact();
        zlatka.asks("Колко струва обядът?");
        assertThat(page(at(her) + "/talk"))
                .contains("Отговаря ботът", "Поеми разговора")
                .doesNotContain("name=\"text\"");
        assertThat(does(her, "take")).contains("done=took-a-conversation-over");
        assertThat(does(her, "take")).as("twice").contains("done=took-a-conversation-over");
        zlatka.hears("Сега разговорът ви е при");

        var talk = page(at(her) + "/talk");
        assertThat(talk).contains("Говорите вие", "Върни на бота");
        var event = Pattern.compile("name=\"event\" value=\"([^\"]+)\"").matcher(talk);
        assertThat(event.find()).isTrue();
        for (int i = 0; i < 2; i++) {
            assertThat(does(her, "line", "event", event.group(1), "text", "Здравейте!\r\nОбядът е безплатен."))
                    .contains("done=wrote-in-a-conversation");
        }
        zlatka.hears("Здравейте!\nОбядът е безплатен.");
        assertThat(page(at(her) + "/talk").split("Обядът е безплатен", -1))
                .as("sent twice, said once")
                .hasSize(2);
        assertThat(page(at(her) + "/talk"))
                .containsPattern("class=\"line ours team\"[^>]*>\\s*<p class=\"soft\"><b>колега");

        // What is heard is noted as said a moment later; until then it would be news.
        await().until(() -> noneWaits(her));
        var until = Pattern.compile("news\\?after=(\\d+)").matcher(page(at(her) + "/talk"));
        assertThat(until.find()).isTrue();
        zlatka.says("Благодаря, а вечерята?");
        await().untilAsserted(() -> assertThat(page(at(her) + "/talk/news?after=" + until.group(1)))
                .contains("Благодаря, а вечерята?", "hx-swap-oob")
                .doesNotContain("Обядът", "<html"));
        assertThat(page("/desk/questions")).as("it waits for her").contains("Колко струва обядът?");

        assertThat(does(her, "line", "event", "another", "text", "  ")).contains("talk-words");
        assertThat(does(her, "end")).contains("done=gave-a-conversation-back");
        zlatka.hears("Отново отговарям аз");
        assertThat(does(her, "end")).contains("talk-had");
        assertThat(does(her, "line", "event", "late", "text", "Още нещо")).contains("talk-had");
        assertThat(zlatka.asks("/menu")).as("we speak again").isNotBlank();
        assertThat(audited("wrote in a conversation")).containsOnlyOnce(her.key());
    }

    @Test
    void whoIsTalkedWithIsNotTakenFromAColleague() {
        var kiril = new DeskChat(stage, "kiril");
        var petar = organizer("petar");
        consents(petar, new Profile("ngo", "haskovo", "Ние", "Петър Колегата"));
        assertThat(stage.bean(TeamTalks.class).take(kiril.contact(), petar.id()))
                .isTrue();
        assertThat(page(at(kiril.contact()) + "/talk"))
                .contains("вече говори Петър Колегата")
                .doesNotContain("name=\"text\"");
        assertThat(does(kiril.contact(), "take")).contains("talk-had");
        assertThat(does(kiril.contact(), "line", "event", "mine", "text", "Аз съм"))
                .contains("talk-had");
        assertThat(does(kiril.contact(), "end")).contains("talk-had");
    }

    @Test
    void whoAskedTheTeamAndWaitsIsAnsweredInThatVeryQuestion() {
        var toni = new DeskChat(stage, "toni");
        toni.asks("/person");
        toni.asks("Имате ли резервен ключ за читалището?");
        assertThat(does(toni.contact(), "take")).contains("done=took-a-conversation-over");
        toni.hears("вече е при");
        assertThat(page("/desk/questions")).containsOnlyOnce("резервен ключ").contains("ваш");
        does(toni.contact(), "line", "event", "key1", "text", "Имаме, при кмета.");
        toni.hears("Имаме, при кмета.");
        assertThat(page(at(toni.contact()))).contains("резервен ключ", "/desk/questions/");
        does(toni.contact(), "end");
    }

    // ---- what is written by others

    @Test
    @Tag("payloads")
    void whateverIsSaidRunsInNobodysBrowser() {
        var payloads = Payloads.all();
        for (int from = 0; from < payloads.size(); from += 40) {
            var some = payloads.subList(from, Math.min(payloads.size(), from + 40));
            var name = "wicked" + from;
            var who = stage.person(name);
            consents(who, new Profile(some.get(2), some.get(3), some.get(1), some.get(0)));
            for (int i = 0; i < some.size(); i++) {
                says(name + i, name, "лошотия " + some.get(i), justNow(0));
            }
            safe(at(who));
            safe(at(who) + "/talk");
            safe(at(who) + "/talk/news?after=0");
        }
        stage.bean(KeepingUp.class).keepUp();
        for (int i = 0; i < 3; i++) {
            safe("/desk/contacts?page=" + i);
        }
        safe("/desk/contacts/said?q=" + query("лошотия"));
        for (String payload : payloads.subList(0, 6)) {
            safe("/desk/contacts?q=" + query(payload) + "&order=" + query(payload));
            safe("/desk/contacts/said?q=" + query(payload) + "&side=" + query(payload));
        }
    }

    private static void safe(String path) {
        assertThat(Payloads.alive(page(path))).as(path).isEmpty();
    }
}
