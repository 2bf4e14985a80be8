package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.channel.webchat.WebPerson;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;

/**
 * Maria's season, on the whole service: she works at the desk, sixty people are in the web chat. Each step is a method
 * that leaves everything as the next one needs it.
 */
class OrganizersSeasonTests {

    private static final int SEATS = 50;
    private static final int LATE = 10;
    private static final int CAME = 40;
    private static final String FORUM = "simeonovgrad-2027-02";
    private static final String PATH = "/desk/forums/" + FORUM;
    private static final String MORNING = "2027-02-25T07:30:00Z";

    private final DeskStage stage = DeskStage.open(FewAnswers.and(DeskChat.PATIENT));
    private final WebPerson mariasPhone = person();
    private final Contact maria = organizer(mariasPhone);
    private DeskVisitor desk = stage.signedIn(maria);
    private final List<WebPerson> people = new ArrayList<>();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void goesFromAnEmptyListToTheFundersPack() throws Exception {
        aNewForumIsMadeAndOpened();
        sixtyPeopleRegister();
        theDeskShowsWhoHasASeatAndWhoWaits();
        twoMoreSeatsGoToTheFirstInLine();
        everybodyLearnsOfAnotherRoom();
        everybodyGetsAnAnnouncement();
        somebodyIsAnsweredByName();
        fortyAreCheckedIn();
        thePapersAreThere();
        theFunderGetsOnePack();
        theAuditKnowsWhatMariaDid();
    }

    private WebPerson person() {
        return new WebPerson(stage.url(), "bg");
    }

    private Contact organizer(WebPerson phone) {
        phone.starts("");
        phone.waitsFor("Здравейте");
        try (var everybody = stage.bean(Contacts.class).all()) {
            var she = everybody.max(Comparator.comparing(Contact::since)).orElseThrow();
            return stage.bean(Contacts.class).grant(she.id(), Role.OWNER).orElseThrow();
        }
    }

    private void aNewForumIsMadeAndOpened() {
        var form = PageForm.in(page("/desk/forums/new/season1"), "<form id=\"forum\"");
        form.putAll(Map.of(
                "title-bg", "Кой какво прави",
                "summary-bg", "Училище, община и полиция на една маса.",
                "city-bg", "Симеоновград",
                "municipality", "simeonovgrad",
                "day", "2027-02-25",
                "from", "10:00",
                "to", "16:00",
                "capacity", String.valueOf(SEATS),
                "place-bg", "Читалището",
                "agenda-bg", "10:00-12:00 Въведение\n12:00-13:00 Обяд"));
        form.putAll(Map.of("group-ngo", "on", "language-bg", "on"));
        assertThat(submits("/desk/forums/new/season1", form).statusCode()).isEqualTo(302);
        form.putAll(Map.of("seen", "1", "act", "open"));
        assertThat(submits("/desk/forums/new/season1", form).headers().firstValue("Location"))
                .hasValue(PATH + "?done=opened");
    }

    private void sixtyPeopleRegister() throws Exception {
        IntStream.range(0, SEATS + LATE).forEach(any -> people.add(person()));
        allAtOnce(IntStream.range(0, SEATS).boxed().toList(), i -> registers(i, "Запиши ме", "Запиши ме"));
        for (int i = SEATS; i < SEATS + 2; i++) { // these two know their places
            registers(i, "Списък на чакащите", "Включи ме в списъка");
        }
        allAtOnce(
                IntStream.range(SEATS + 2, SEATS + LATE).boxed().toList(),
                i -> registers(i, "Списък на чакащите", "Включи ме в списъка"));
    }

    private interface Act {
        void of(int who) throws Exception;
    }

    private static void allAtOnce(List<Integer> who, Act act) throws Exception {
        var threads = Executors.newFixedThreadPool(6);
        try {
            var acts = who.stream()
                    .<Callable<Void>>map(i -> () -> {
                        act.of(i);
                        return null;
                    })
                    .toList();
            for (var done : threads.invokeAll(acts)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void registers(int i, String firstTap, String lastTap) {
        var person = people.get(i);
        person.starts("forum-" + FORUM);
        person.waitsFor("Кой какво прави", firstTap);
        person.taps(firstTap);
        person.waitsFor("Съгласни ли сте?");
        person.taps("Давам съгласие");
        person.waitsFor("Каква организация");
        person.taps("НПО");
        person.waitsFor("От коя община");
        person.taps("Харманли");
        person.waitsFor("вашата организация");
        person.says("Сдружение „Мост“");
        person.waitsFor("Как се казвате");
        person.says(name(i));
        person.waitsFor("Да ви запиша ли така", name(i));
        person.taps(lastTap);
        person.waitsFor(lastTap.equals("Запиши ме") ? "Записани сте, №" : "В списъка на чакащите сте под №");
    }

    private static String name(int i) {
        return DeskSeason.person(i).name();
    }

    private String page(String path) {
        var page = desk.get(path, "Accept-Language", "bg");
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return page.body();
    }

    private void theDeskShowsWhoHasASeatAndWhoWaits() {
        stage.clock.advance(Duration.ofSeconds(30)); // lists are as they were some seconds ago
        assertThat(page(PATH)).contains("data-shows=\"seats\">" + SEATS + "</b>", LATE + " чака");
        var line = page(PATH + "/people?standing=WAITING&order=LINE");
        assertThat(line).contains(LATE + " души").containsSubsequence(name(SEATS), name(SEATS + 1));
    }

    private void twoMoreSeatsGoToTheFirstInLine() {
        var form = form();
        form.put("capacity", String.valueOf(SEATS + 2));
        assertThat(saves(form).statusCode()).isEqualTo(302);
        for (int i = SEATS; i < SEATS + 2; i++) {
            people.get(i).waitsFor("Освободи се място!", "Взимам го");
            people.get(i).taps("Взимам го");
            people.get(i).waitsFor("Мястото е ваше");
        }
        stage.clock.advance(Duration.ofSeconds(30));
        assertThat(page(PATH)).contains("data-shows=\"seats\">" + (SEATS + 2) + "</b>");
    }

    private Map<String, String> form() {
        return PageForm.in(page(PATH + "/edit"), "<form id=\"forum\"");
    }

    private HttpResponse<String> saves(Map<String, String> form) {
        return submits(PATH + "/edit", form);
    }

    private HttpResponse<String> submits(String path, Map<String, String> form) {
        var fields = form.entrySet().stream().flatMap(field -> Stream.of(field.getKey(), field.getValue()));
        return desk.submits(path, fields.toArray(String[]::new));
    }

    private static String found(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private void everybodyLearnsOfAnotherRoom() throws Exception {
        var form = form();
        form.put("place-bg", "Младежки център");
        form.put("place-en", "");
        var preview = saves(form);
        form.put("seen", found(preview.body(), "name=\"seen\" value=\"([^\"]+)\""));
        form.put("sure", "now");
        assertThat(saves(form).statusCode()).isEqualTo(302);
        allAtOnce(IntStream.range(0, SEATS + LATE).boxed().toList(), i -> people.get(i)
                .waitsFor("Промяна на форум", "Младежки център"));
    }

    private void everybodyGetsAnAnnouncement() throws Exception {
        var form = PageForm.in(page("/desk/announcements/new"), "<form method=\"post\" class=\"form\"");
        form.putAll(Map.of("text-bg", "Паркингът е зад читалището.", "to", "all"));
        var preview = submits("/desk/announcements/new", form);
        assertThat(preview.body()).contains("Изпрати на " + (people.size() + 1) + " души");
        form.put("seen", found(preview.body(), "name=\"seen\" value=\"([^\"]+)\""));
        form.put("go", "now");
        assertThat(submits("/desk/announcements/new", form).statusCode()).isEqualTo(302);
        stage.clock.advance(Duration.ofSeconds(11)); // for second thoughts
        allAtOnce(IntStream.range(0, SEATS + LATE).boxed().toList(), i -> people.get(i)
                .waitsFor("Паркингът е зад читалището."));
        mariasPhone.waitsFor("Паркингът е зад читалището.");
    }

    private void somebodyIsAnsweredByName() {
        var olena = people.get(0);
        olena.says("/person");
        olena.waitsFor("въпрос");
        olena.says("Кой отключва голямата зала сутрин?");
        olena.waitsFor("Предадох въпроса ви");
        var question = found(page("/desk/questions"), "href=\"(/desk/questions/[a-z0-9-]+)\"[^>]*>[^<]*Кой отключва");
        assertThat(page(question)).contains(name(0), "Кой отключва голямата зала");
        desk.submits(question + "/claim");
        var event = found(page(question), "name=\"event\" value=\"([^\"]+)\"");
        desk.submits(question + "/answer", "event", event, "text", "Портиерът, в седем.");
        olena.waitsFor("Портиерът, в седем.");
    }

    private void fortyAreCheckedIn() {
        stage.clock.travelTo(MORNING);
        desk = stage.signedIn(maria);
        var expected = Stream.of("", "?page=1")
                .flatMap(query -> Pattern.compile("/people/([a-z0-9]+)/here")
                        .matcher(page(PATH + "/people" + query))
                        .results())
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(expected).hasSize(SEATS + 2);
        for (String who : expected.subList(0, CAME)) {
            assertThat(desk.submits(PATH + "/people/" + who + "/here").headers().firstValue("Location"))
                    .hasValueSatisfying(back -> assertThat(back).contains("done=checked-in"));
        }
        assertThat(page(PATH + "/people?standing=HERE")).contains(CAME + " души");
    }

    private void thePapersAreThere() {
        for (String kind : List.of("sheet", "badges", "poster")) {
            var paper = desk.download(PATH + "/papers/" + kind);
            assertThat(paper.statusCode()).as(kind).isEqualTo(200);
            assertThat(new String(paper.body(), 0, 5)).as(kind).isEqualTo("%PDF-");
        }
        assertThat(desk.get(PATH + "/people.csv").body().lines()).hasSize(1 + SEATS + LATE);
    }

    private void theFunderGetsOnePack() throws Exception {
        var names = new ArrayList<String>();
        var sizes = new ArrayList<Integer>();
        var pack = desk.download(PATH + "/funder-pack.zip").body();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(pack), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                sizes.add(zip.readAllBytes().length);
            }
        }
        assertThat(names).contains("01 Отчет.pdf", "02 Присъствен списък.pdf", "03 Участници.xlsx");
        assertThat(sizes).allSatisfy(size -> assertThat(size).isPositive());
    }

    private void theAuditKnowsWhatMariaDid() {
        assertThat(page("/desk/audit") + page("/desk/audit?page=1"))
                .contains("отбеляза дошъл", "свали файл", "промени форум", "промени местата", "отговори на въпрос")
                .contains("отвори нов форум", "изпрати съобщение");
    }
}
