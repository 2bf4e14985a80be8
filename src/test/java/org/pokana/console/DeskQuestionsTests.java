package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pokana.audit.Audit;
import org.pokana.contact.Consent;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.faq.Drafts;
import org.pokana.helpdesk.QuestionActs;
import org.pokana.helpdesk.TeamQuestions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.web.util.HtmlUtils;

/** Maria answers at the desk what people ask in the chat, and they are told there. */
class DeskQuestionsTests {

    private static final Locale BULGARIAN = Locale.forLanguageTag("bg");

    private static DeskStage stage;
    private static Contact herself;
    private static Contact petar;
    private static DeskVisitor maria;

    @BeforeAll
    static void open() {
        stage = DeskStage.open(FewAnswers.and(DeskChat.PATIENT));
        herself = organizer("maria");
        petar = organizer("petar");
        maria = stage.signedIn(herself);
        maria.get("/desk/devices");
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    /** Whoever cannot be written to is not of the team that questions go to. */
    private static Contact organizer(String name) {
        var contact = new DeskChat(stage, name).contact();
        stage.bean(Contacts.class).grant(contact.id(), Role.ORGANIZER);
        return stage.bean(Contacts.class).find(contact.id()).orElseThrow();
    }

    /** Passes it on to the team; the id it has there. */
    private static String asks(DeskChat person, String question) {
        person.asks("/person");
        assertThat(person.asks(question)).contains("Предадох въпроса ви");
        return stage.bean(TeamQuestions.class).open(petar, BULGARIAN).stream()
                .filter(each -> each.text().equals(question))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static String page(String path) {
        var page = maria.get(path, "Accept-Language", "bg");
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return page.body();
    }

    private static String at(String id) {
        return "/desk/questions/" + id;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none " + answer.statusCode());
    }

    private static String does(String id, String act, String... fields) {
        return location(maria.submits(at(id) + "/" + act, fields));
    }

    @Test
    void aQuestionIsSeenTakenAnsweredAndEnded() {
        var olena = new DeskChat(stage, "olena");
        var id = asks(olena, "Кой отключва голямата зала сутрин?");
        assertThat(page("/desk/questions")).contains("Кой отключва голямата зала сутрин?", "свободен", "от по-малко");
        assertThat(page(at(id))).contains("Отговор до", "участник без име", "Взимам го", "Препращане");

        assertThat(does(id, "claim")).contains("done=took-a-question");
        olena.hears("вече е при");
        assertThat(page("/desk/questions")).contains("ваш");

        var event = Pattern.compile("name=\"event\" value=\"([^\"]+)\"").matcher(page(at(id)));
        assertThat(event.find()).isTrue();
        for (int i = 0; i < 2; i++) {
            assertThat(does(id, "answer", "event", event.group(1), "text", "Портиерът,\r\nв седем."))
                    .contains("done=answered-a-question");
        }
        olena.hears("Портиерът,\nв седем.");
        assertThat(page(at(id)).split("Портиерът", -1))
                .as("sent twice, said once")
                .hasSize(2);
        assertThat(does(id, "answer", "event", "another", "text", " ")).contains("question-words");

        assertThat(does(id, "end")).contains("done=ended-a-talk");
        olena.hears("Отново отговарям аз");
        assertThat(page("/desk/questions")).doesNotContain("голямата зала");
        assertThat(page("/desk/questions/closed?q=portierat")).contains("голямата зала", "приключен");
        assertThat(page("/desk/questions/closed?q=nishto")).contains("Нищо не отговаря");
        assertThat(stage.bean(Audit.class).latest(0, 10))
                .extracting(Audit.Entry::what)
                .contains("took a question", "answered a question", "ended a talk");
        var owner = stage.signedIn(stage.person("boris", Role.OWNER));
        assertThat(owner.get("/desk/audit").body()).contains(at(id) + "\">Кой отключва голямата зала сутрин?</a>");
    }

    @Test
    void whatSomebodyElseHasIsNotTakenFromThem() {
        var ivan = new DeskChat(stage, "ivan");
        var id = asks(ivan, "Има ли климатик в автобуса?");
        stage.bean(QuestionActs.class).take(id, petar.id());
        ivan.hears("вече е при");
        assertThat(page(at(id))).contains("С този въпрос се е заел").doesNotContain("name=\"event\"", "Взимам го");
        for (String act : List.of("claim", "end")) {
            assertThat(does(id, act)).as(act).contains("question-had");
        }
        assertThat(does(id, "answer", "event", "mine", "text", "От Мария")).contains("question-had");
        assertThat(does(id, "declining", "reason", "personal")).contains("question-had");
        assertThat(does(id, "forwarding", "to", petar.key())).contains("done=forwarded-a-question"); // he has it
        stage.bean(QuestionActs.class).answer(id, "petars", petar.id(), "", "От Петър");
        ivan.hears("От Петър");
        assertThat(page(at(id))).contains("От Петър").doesNotContain("От Мария");
    }

    @Test
    void aReadyAnswerIsSentAsItIsInTheKnowledgeBase() {
        var gul = new DeskChat(stage, "gyulsyum");
        var id = asks(gul, "Паркинг край залата на форума за камион с ремарке?");
        var entry = Pattern.compile("name=\"entry\" value=\"([^\"]+)\"").matcher(page(at(id)));
        assertThat(entry.find()).as("something comes near").isTrue();
        assertThat(does(id, "entry", "entry", "no-such-entry")).contains("question-had");
        assertThat(does(id, "entry", "entry", entry.group(1))).contains("done=answered-a-question");
        gul.hears("Източник:");
        assertThat(page(at(id))).contains("Готов отговор");
    }

    @Test
    void aQuestionGoesOnToSomebodyWhoIsCalledSo() {
        var dima = new DeskChat(stage, "dima");
        var contacts = stage.bean(Contacts.class);
        contacts.learn(dima.contact().id(), new Profile("institution", "haskovo", "Бюро по труда", "Дима Зорницова"));
        contacts.consents(dima.contact().id(), new Consent("registration", 1, "", "bg", "webchat", Instant.EPOCH));
        var mira = new DeskChat(stage, "mira");
        var id = asks(mira, "Кога се плаща добавката за менторство?");

        assertThat(page(at(id) + "?who=nyamatakuv")).contains("Няма човек с такова име");
        assertThat(page(at(id) + "?who=zornitsova"))
                .contains("Дима Зорницова", dima.contact().key());
        assertThat(does(id, "forwarding", "to", "nobody")).contains("question-had");
        assertThat(does(id, "forwarding", "to", dima.contact().key())).contains("done=forwarded-a-question");
        dima.hears("Кога се плаща добавката");
        mira.hears("Бюро по труда");
        assertThat(page(at(id))).contains("Препратен");
    }

    @Test
    void whoeverIsDeclinedReadsWhy() {
        var stoyan = new DeskChat(stage, "stoyan");
        var first = asks(stoyan, "Може ли баба ми да получи пенсия по-рано?");
        assertThat(does(first, "declining", "reason", "nonsense")).contains("question-reason");
        assertThat(does(first, "declining", "reason", "personal")).contains("done=declined-a-question");
        stoyan.hears("личен случай");
        var second = asks(stoyan, "Ще купите ли нов микробус на селото?");
        assertThat(does(second, "declining", "reason", "personal", "own", "Микробуси не купуваме."))
                .contains("done=declined-a-question");
        stoyan.hears("Микробуси не купуваме.");
    }

    @Test
    void anAnswerBecomesADraftForEverybody() {
        var elena = new DeskChat(stage, "elena");
        var id = asks(elena, "Дават ли фотоволтаици назаем?");
        assertThat(does(id, "draft")).contains("question-had");
        does(id, "answer", "event", "first", "text", "Да, от читалището.");
        elena.hears("Да, от читалището.");
        assertThat(page(at(id))).contains("Направи чернова");
        assertThat(does(id, "draft")).contains("done=made-a-draft-of-an-answer");
        assertThat(stage.bean(Drafts.class).find(id))
                .hasValueSatisfying(draft -> assertThat(draft.answer()).isEqualTo("Да, от читалището."));
        assertThat(page(at(id))).contains("/desk/knowledge/drafts/" + id).doesNotContain("Направи чернова");
        assertThat(page("/desk/knowledge/drafts")).contains("фотоволтаици");
    }

    @Test
    void whatWaitsTooLongIsMarked() {
        var boyan = new DeskChat(stage, "boyan");
        var id = asks(boyan, "Защо никой не вдига телефона?");
        assertThat(page(at(id))).doesNotContain("просрочен");
        stage.bean(MongoOperations.class)
                .getCollection("questions")
                .updateOne(
                        new Document("_id", id),
                        new Document(
                                "$set",
                                new Document("dueAt", Date.from(Instant.parse("2027-01-20T08:00:00Z")))
                                        .append("at", Date.from(Instant.parse("2027-01-19T08:00:00Z")))));
        assertThat(page(at(id))).contains("просрочен");
        assertThat(page("/desk/questions")).contains("просрочен", "от 13 дни");
        assertThat(maria.get("/desk/questions/nothing").statusCode()).isEqualTo(404);
    }

    // ---- what is written by others

    @Test
    @Tag("payloads")
    void whateverIsAskedRunsInNobodysBrowser() {
        var payloads = Payloads.all();
        var contacts = stage.bean(Contacts.class);
        var seen = new StringBuilder();
        for (int from = 0; from < payloads.size(); from += 60) {
            var some = payloads.subList(from, Math.min(payloads.size(), from + 60));
            var who = stage.person("wicked" + from);
            contacts.learn(who.id(), new Profile("ngo", "haskovo", some.get(1), some.get(0)));
            contacts.consents(who.id(), new Consent("registration", 1, "", "bg", "webchat", Instant.EPOCH));
            for (String state : List.of("TAKEN", "OVER")) {
                var id = "wicked" + from + state.toLowerCase(Locale.ROOT);
                stage.bean(MongoOperations.class)
                        .getCollection("questions")
                        .insertOne(question(id, state, who.key(), some));
                seen.append(safe(at(id)));
            }
        }
        safe("/desk/questions");
        safe("/desk/questions/closed");
        for (String payload : payloads.subList(0, 6)) {
            var query = java.net.URLEncoder.encode(payload, java.nio.charset.StandardCharsets.UTF_8);
            safe("/desk/questions/closed?q=" + query);
            safe(at("wicked0taken") + "?who=" + query);
        }
        long shown = payloads.stream()
                .filter(payload ->
                        seen.indexOf(HtmlUtils.htmlEscape(payload.strip().split("\\s")[0], "UTF-8")) >= 0
                                || seen.indexOf(payload.strip().split("\\s")[0]) >= 0)
                .count();
        assertThat(shown).as("they are there, as words").isGreaterThan(payloads.size() * 9L / 10);
    }

    /** As if somebody had written all that in the chat. */
    private static Document question(String id, String state, String who, List<String> texts) {
        var now = Date.from(stage.clock.instant());
        var later = Date.from(stage.clock.instant().plusSeconds(86_400));
        var askers = new ArrayList<Document>();
        var events = new ArrayList<Document>();
        for (int i = 0; i < texts.size(); i++) {
            askers.add(new Document("key", "k" + i)
                    .append("contact", who)
                    .append("text", texts.get(i))
                    .append("before", List.of(texts.get(i)))
                    .append("at", now)
                    .append("done", false));
            events.add(new Document("key", "e" + i)
                    .append("kind", "SAID")
                    .append("by", who)
                    .append("text", texts.get(i))
                    .append("at", now));
        }
        return new Document("_id", id)
                .append("state", state)
                .append("askers", askers)
                .append("near", List.of())
                .append("owner", herself.key())
                .append("guests", List.of())
                .append("shownTo", List.of("nobody"))
                .append("events", events)
                .append("told", events.size())
                .append("untold", false)
                .append("version", 1L)
                .append("at", now)
                .append("dueAt", later)
                .append("changedAt", now);
    }

    private static String safe(String path) {
        var page = page(path);
        assertThat(Payloads.alive(page)).as(path).isEmpty();
        return page;
    }
}
