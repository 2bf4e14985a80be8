package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pokana.audit.Audit;
import org.pokana.contact.Contact;
import org.pokana.contact.Role;
import org.pokana.faq.Drafts;
import org.pokana.faq.Editing;
import org.pokana.faq.FaqEntry;
import org.pokana.faq.FaqEntry.Source;
import org.pokana.faq.KnowledgeBase;
import org.pokana.faq.Version;
import org.pokana.kernel.Localized;
import org.springframework.web.util.HtmlUtils;

/** Maria looks after the answers at the desk, and people get in the chat what she made of them. */
class DeskKnowledgeTests {

    private static final Locale BULGARIAN = Locale.forLanguageTag("bg");

    private static DeskStage stage;
    private static Contact petar;
    private static DeskVisitor maria;
    private static DeskChat olena;

    @BeforeAll
    static void open() {
        stage = DeskStage.open(FewAnswers.and(DeskChat.PATIENT));
        maria = stage.signedIn(stage.person("maria", Role.ORGANIZER));
        petar = stage.person("petar", Role.ORGANIZER);
        maria.get("/desk/devices");
        olena = new DeskChat(stage, "olena");
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    /** An entry of its own for each test, of which the file knows nothing. */
    private static Version entry(String id, String answer) {
        var entry = new FaqEntry(
                id,
                "forums",
                Localized.of("Какво е " + id + "?", "What is " + id + "?"),
                Localized.of("Нещо", "Something"),
                Map.of("bg", List.of("кажи ми за " + id)),
                Localized.of(answer, "In English"),
                List.of(new Source(Localized.of("Закон", "Law"), null)),
                null,
                List.of());
        stage.bean(Editing.class).add(entry, petar.id(), null);
        return now(id);
    }

    private static Version now(String id) {
        return stage.bean(Editing.class).now(id).orElseThrow();
    }

    private static String page(String path) {
        var page = maria.get(path, "Accept-Language", "bg");
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return page.body();
    }

    private static String at(String id) {
        return "/desk/knowledge/entries/" + id;
    }

    private static Map<String, String> form(String id) {
        var page = page(at(id) + "/edit");
        var form = new LinkedHashMap<String, String>();
        Pattern.compile("<input[^>]*name=\"([^\"_]+)\"[^>]*>")
                .matcher(page)
                .results()
                .forEach(input -> {
                    var value = Pattern.compile("value=\"([^\"]*)\"").matcher(input.group());
                    form.put(input.group(1), value.find() ? HtmlUtils.htmlUnescape(value.group(1)) : "");
                });
        Pattern.compile("(?s)<textarea[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</textarea>")
                .matcher(page)
                .results()
                .forEach(area -> form.put(area.group(1), HtmlUtils.htmlUnescape(area.group(2))));
        var topic = Pattern.compile("<option value=\"([^\"]+)\" selected").matcher(page);
        assertThat(topic.find()).isTrue();
        form.put("topic", topic.group(1));
        return form;
    }

    private static HttpResponse<String> saves(String id, Map<String, String> form) {
        return maria.submits(
                at(id) + "/edit",
                form.entrySet().stream()
                        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new));
    }

    private static String alert(HttpResponse<String> page) {
        var alert = Pattern.compile("role=\"alert\"[^>]*>([^<]+)<").matcher(page.body());
        assertThat(alert.find()).as(page.body()).isTrue();
        return HtmlUtils.htmlUnescape(alert.group(1));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none");
    }

    private static List<String> journal() {
        return stage.bean(Audit.class).latest(0, 30).stream()
                .map(Audit.Entry::what)
                .toList();
    }

    // ---- finding

    @Test
    void answersAreFoundByWordsTopicAndWhatHasToBeDone() {
        entry("stranno-neshto", "Само така.");
        assertThat(page("/desk/knowledge"))
                .contains("Страница 1 от ", "Чернови (")
                .doesNotContain("page=-1");
        assertThat(page("/desk/knowledge?q=stranno")).contains("1 отговор", "stranno-neshto");
        assertThat(page("/desk/knowledge?q=stranno&topic=housing")).contains("Няма отговори", "Нищо не отговаря");
        assertThat(page("/desk/knowledge?q=stranno&state=UNCONFIRMED")).contains("1 отговор", "непотвърден");
        assertThat(page("/desk/knowledge?q=stranno&state=RETIRED")).contains("Няма отговори");
        assertThat(page("/desk/knowledge?state=ALONE")).contains("Всеки отговор е на български и на английски.");
        for (String odd : List.of("?topic=x&state=y", "?q=" + "x".repeat(500), "?page=-3", "?page=999")) {
            assertThat(maria.get("/desk/knowledge" + odd).statusCode()).as(odd).isEqualTo(200);
        }
        assertThat(maria.get(at("no-such-entry")).statusCode()).isEqualTo(404);
    }

    // ---- changing

    @Test
    void whatIsSavedPeopleGetAtOnceAndItCanBeUndone() {
        entry("parno-otoplenie", "Старият отговор.");
        assertThat(olena.asks("/faq parno-otoplenie")).contains("Старият отговор.");

        var form = form("parno-otoplenie");
        assertThat(form).containsEntry("seen", "1").containsEntry("source-0-bg", "Закон");
        form.put("answer-bg", "Новият отговор.\r\n• първо\r\n• второ");
        form.put("source-1-bg", "Наредба");
        form.put("source-1-url", "https://example.org/naredba");
        form.put("why", "остаря");
        var saved = saves("parno-otoplenie", form);
        assertThat(location(saved)).contains("done=changed-an-answer", "undone=1");
        assertThat(olena.asks("/faq parno-otoplenie")).contains("Новият отговор.\n• първо");
        assertThat(now("parno-otoplenie").entry().sources()).hasSize(2);
        assertThat(now("parno-otoplenie").why()).isEqualTo("остаря");

        var shown = page(at("parno-otoplenie") + "?undone=1");
        assertThat(shown).contains("versions/1?seen=2", "остаря", "<li>първо</li>");
        assertThat(location(maria.submits(at("parno-otoplenie") + "/versions/1?seen=2")))
                .contains("done=restored-an-answer");
        assertThat(olena.asks("/faq parno-otoplenie")).contains("Старият отговор.");
        assertThat(page(at("parno-otoplenie") + "?version=2")).contains("Това е версия 2", "Новият отговор.");
        assertThat(journal()).contains("changed an answer", "restored an answer");
    }

    @Test
    void whoIsTooLateGetsTheNewerOneAndLosesNothing() {
        entry("kasen-vlak", "Първо.");
        var form = form("kasen-vlak");
        form.put("answer-bg", "Думите на Мария.");
        var petars = now("kasen-vlak").entry();
        stage.bean(Editing.class)
                .edit(
                        petars.saying(petars.question(), petars.label(), Localized.of("Думите на Петър.", "His")),
                        1,
                        petar.id(),
                        null);

        var late = saves("kasen-vlak", form);
        assertThat(late.statusCode()).isEqualTo(200);
        assertThat(alert(late)).contains("Междувременно", "версия 2");
        assertThat(late.body()).contains("Думите на Петър.", "Думите на Мария.", "name=\"seen\" value=\"2\"");
        assertThat(now("kasen-vlak").entry().answer().in(BULGARIAN)).isEqualTo("Думите на Петър.");

        for (String act : List.of("confirmation", "retirement", "versions/1", "examples")) {
            var tried = maria.submits(at("kasen-vlak") + "/" + act, "seen", "1", "language", "bg", "example", "кога");
            assertThat(location(tried)).as(act).contains("done=answer-meanwhile");
        }
        assertThat(now("kasen-vlak").number()).isEqualTo(2);
        form.put("seen", "2");
        assertThat(location(saves("kasen-vlak", form))).as("control").contains("done=changed-an-answer");
    }

    @Test
    void whatCannotBeShownIsRefusedWithTheReason() {
        entry("greshen-put", "Верен.");
        var wrong = new LinkedHashMap<String, String>();
        wrong.put("answer-bg", "");
        wrong.put("label-en", "x".repeat(26));
        wrong.put("source-0-url", "javascript:alert(1)");
        wrong.put("topic", "nothing");
        var said = new ArrayList<String>();
        wrong.forEach((field, value) -> {
            var form = form("greshen-put");
            form.put(field, value);
            said.add(alert(saves("greshen-put", form)));
        });
        assertThat(said)
                .satisfiesExactly(
                        one -> assertThat(one).contains("липсва", "отговор"),
                        one -> assertThat(one).contains("25", "думи за бутона"),
                        one -> assertThat(one).contains("уеб адрес"),
                        one -> assertThat(one).contains("тема"));
        assertThat(location(saves("greshen-put", form("greshen-put")))).contains("answer-as-it-was");
        assertThat(now("greshen-put").number()).isEqualTo(1);
    }

    @Test
    void oneLanguageCanBeTakenOutAndIsSeenToBeMissing() {
        entry("edin-ezik", "Само български.");
        var form = form("edin-ezik");
        for (String field : List.of("question-en", "label-en", "answer-en")) {
            form.put(field, "");
        }
        assertThat(location(saves("edin-ezik", form))).contains("done=changed-an-answer");
        assertThat(page("/desk/knowledge?state=ALONE&q=edin")).contains("edin-ezik");
        assertThat(page(at("edin-ezik"))).contains("На този език още няма отговор.");
    }

    @Test
    void itIsConfirmedHiddenAndShownAgain() {
        entry("na-kino", "Да.");
        assertThat(location(maria.submits(at("na-kino") + "/confirmation", "seen", "1")))
                .contains("done=confirmed-an-answer");
        assertThat(now("na-kino").entry().checked())
                .hasValueSatisfying(month -> assertThat(month).hasToString("2027-02"));
        maria.submits(at("na-kino") + "/retirement", "seen", "2", "why", "няма кино");
        assertThat(olena.asks("/faq na-kino")).doesNotContain("Да.");
        assertThat(page("/desk/knowledge?state=RETIRED")).contains("na-kino");
        assertThat(page(at("na-kino"))).contains("няма кино", "Покажи отново");
        maria.submits(at("na-kino") + "/versions/3", "seen", "3");
        assertThat(olena.asks("/faq na-kino")).contains("Да.");
    }

    @Test
    void anExampleMakesAQuestionUnderstood() {
        entry("hvarchila", "Пускат се на хълма.");
        var asked = "пускане на книжни драконови опашки";
        assertThat(page("/desk/knowledge/try?q=" + encoded(asked))).contains("Няма да се намери отговор");
        maria.submits(at("hvarchila") + "/examples", "seen", "1", "language", "bg", "example", asked);
        var tried = page("/desk/knowledge/try?q=" + encoded(asked));
        assertThat(tried).contains("Отговорът ще дойде веднага", "hvarchila", asked, "<meter");
        assertThat(olena.asks(asked)).contains("Пускат се на хълма.");
        assertThat(location(maria.submits(
                        at("hvarchila") + "/examples", "seen", "2", "language", "bg", "example", "x".repeat(201))))
                .contains("done=answer-refused");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    // ---- drafts

    @Test
    void aDraftIsChangedPublishedAndAnswered() {
        var written = maria.submits(
                "/desk/knowledge/drafts",
                "question",
                "Къде се ремонтират ветрила?",
                "answer",
                "На пазара.",
                "source",
                "Екипът",
                "speaks",
                "bg");
        var draft = location(written).replaceFirst("\\?.*", "").replaceFirst("^https?://[^/]+", "");
        assertThat(page("/desk/knowledge/drafts")).contains("Къде се ремонтират ветрила?");
        assertThat(olena.asks("Къде се ремонтират ветрила?")).doesNotContain("На пазара");
        assertThat(page(draft)).contains("На пазара.");
        assertThat(alert(maria.submits(
                        draft, "question", "Къде?", "answer", "x".repeat(1201), "topic", "forums", "act", "publish")))
                .contains("По-дълго", "отговор");

        var published = maria.submits(
                draft,
                "question",
                "Къде се ремонтират ветрила?",
                "answer",
                "На стария пазар.",
                "topic",
                "housing",
                "act",
                "publish");
        assertThat(location(published)).contains("/entries/a-", "done=published-an-answer");
        assertThat(olena.asks("Къде се ремонтират ветрила?")).contains("На стария пазар.");
        assertThat(page(draft)).contains("Тази чернова е публикувана.");
        assertThat(page("/desk/knowledge/drafts")).doesNotContain("ветрила");
    }

    @Test
    void aDiscardedDraftCanBeTakenBack() {
        var id = stage.bean(Drafts.class).propose("Кой пее?", "Хорът.", BULGARIAN, "Екипът", petar.id(), null);
        assertThat(location(maria.submits("/desk/knowledge/drafts/" + id + "/discarding")))
                .contains("done=discarded-a-draft", "undone=" + id);
        assertThat(page("/desk/knowledge/drafts?undone=" + id))
                .contains(id + "/reopening")
                .doesNotContain("Кой пее?");
        maria.submits("/desk/knowledge/drafts/" + id + "/reopening");
        assertThat(page("/desk/knowledge/drafts")).contains("Кой пее?");
    }

    // ---- files

    private static HttpResponse<String> uploads(String yaml) {
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page("/desk/knowledge/import"));
        assertThat(token.find()).isTrue();
        var body = "--cut\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token.group(1)
                + "\r\n--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.yaml\"\r\n\r\n" + yaml
                + "\r\n--cut--\r\n";
        var post = HttpRequest.newBuilder().POST(BodyPublishers.ofString(body));
        return maria.send(post, "/desk/knowledge/import", "Content-Type", "multipart/form-data; boundary=cut");
    }

    private static String field(HttpResponse<String> page, String name) {
        var value = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(value.find()).as(name).isTrue();
        return value.group(1);
    }

    private static String yaml(String id, String answer) {
        return """
                - id: %s
                  topic: forums
                  question:
                    bg: "Какво е %s?"
                    en: "What is it?"
                  label:
                    bg: "Нещо"
                    en: "Something"
                  examples:
                    bg: ["кажи ми за %s"]
                  answer:
                    bg: "%s"
                    en: "In English"
                  source:
                    - name:
                        bg: "Закон"
                        en: "Law"
                  checked: false
                """.formatted(id, id, id, answer);
    }

    @Test
    void aFileShowsWhatItWouldChangeBeforeItDoes() {
        entry("ot-fail", "Отпреди.");
        var preview = uploads(yaml("ot-fail", "От файла.") + yaml("ot-fail-nov", "Съвсем нов."));
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("Нови: 1. Променени: 1.", "Отпреди.", "От файла.");
        assertThat(now("ot-fail").number()).as("nothing is changed by looking").isEqualTo(1);

        var yaml = field(preview, "yaml");
        var taken = maria.submits("/desk/knowledge/import/taking", "yaml", yaml, "mark", field(preview, "mark"));
        assertThat(location(taken)).contains("done=file-taken", "about=2");
        assertThat(olena.asks("/faq ot-fail")).contains("От файла.");
        assertThat(olena.asks("/faq ot-fail-nov")).contains("Съвсем нов.");

        var again = maria.submits("/desk/knowledge/import/taking", "yaml", yaml, "mark", field(preview, "mark"));
        assertThat(alert(again.body().contains("role=\"alert\"") ? again : uploads("x")))
                .isNotEmpty();
        assertThat(again.body()).as("what changed meanwhile is shown anew").contains("Междувременно", "Нови: 0");
        assertThat(now("ot-fail").number()).isEqualTo(2);
    }

    @Test
    void whatIsWrongInAFileIsSaidWithItsLine() {
        assertThat(uploads("- id: x\n  topic: nowhere\n").body()).contains("Файлът не може да се използва", "line 2");
        assertThat(uploads("a: &a [x]\nb: *a\n").body()).contains("Файлът не може да се използва");
        assertThat(uploads("").body()).contains("Първо изберете файл.");
        assertThat(uploads("x".repeat(ExchangePages.LARGEST + 1)).body()).contains("по-голям от 1,4 MB");
        assertThat(maria.submits("/desk/knowledge/import/taking", "yaml", "%%%", "mark", "x")
                        .body())
                .contains("Първо изберете файл.");
    }

    @Test
    void everythingIsTakenOutAndInAgainWithoutAChange() {
        var all = maria.get("/desk/knowledge/entries.yaml");
        assertThat(all.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("pokana-answers.yaml");
        var preview = uploads(all.body());
        assertThat(preview.body()).contains("Нови: 0. Променени: 0.", "няма какво да се приеме");
        assertThat(all.body().length()).isGreaterThan(10_000);
        assertThat(journal()).contains("downloaded the answers");
    }

    // ---- what is written by others

    @Test
    @Tag("payloads")
    void whateverIsWrittenRunsInNobodysBrowser() {
        var payloads = Payloads.all();
        var seen = new StringBuilder();
        for (int from = 0; from < payloads.size(); from += 100) {
            var some = payloads.subList(from, Math.min(payloads.size(), from + 100));
            var id = "wicked-" + from;
            var words = Localized.of(cut(some.get(0), 150), cut(some.get(1), 150));
            var entry = new FaqEntry(
                    id,
                    "forums",
                    words,
                    Localized.of(cut(some.get(2), 25), cut(some.get(3), 25)),
                    Map.of("bg", some),
                    Localized.of(cut("• " + String.join("\n", some), 1200), cut(some.get(4), 1200)),
                    List.of(new Source(words, null)),
                    null,
                    List.of(),
                    cut(String.join("\n", some), 2000));
            stage.bean(Editing.class).add(entry, petar.id(), some.get(5));
            seen.append(safe(at(id))).append(safe(at(id) + "/edit"));
            seen.append(safe("/desk/knowledge?q=" + encoded(some.get(0))));
            seen.append(safe("/desk/knowledge/try?q=" + encoded(some.get(0))));
            var draft = stage.bean(Drafts.class)
                    .propose(some.get(0), some.get(1), BULGARIAN, some.get(2), petar.id(), null);
            seen.append(safe("/desk/knowledge/drafts/" + draft));
            stage.bean(Drafts.class).discard(draft, petar.id());
            stage.bean(Editing.class).retire(id, 1, petar.id(), some.get(6));
        }
        safe("/desk/knowledge/drafts");
        assertThat(Payloads.alive(uploads(yaml("wicked-0", "<img src=x onerror=alert(1)>"))
                        .body()))
                .isEmpty();
        long shown = payloads.stream()
                .filter(payload ->
                        seen.indexOf(HtmlUtils.htmlEscape(payload.strip().split("\\s")[0], "UTF-8")) >= 0
                                || seen.indexOf(payload.strip().split("\\s")[0]) >= 0)
                .count();
        assertThat(shown).as("they are there, as words").isGreaterThan(payloads.size() * 9L / 10);
        assertThat(stage.bean(KnowledgeBase.class).entry("wicked-0")).isEmpty();
    }

    private static String safe(String path) {
        var page = page(path);
        assertThat(Payloads.alive(page)).as(path).isEmpty();
        return page;
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(most, text.length()));
    }
}
