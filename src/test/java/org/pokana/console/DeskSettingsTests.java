package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.console.DeskSeason.DIMITROVGRAD;
import static org.pokana.console.DeskSeason.HASKOVO;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pokana.audit.Audit;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.forum.Offer;
import org.pokana.forum.Organizing;
import org.pokana.forum.Outreach;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Words;
import org.pokana.paper.Looking;
import org.pokana.settings.Settings;
import org.springframework.data.mongodb.core.MongoOperations;

/** An owner sets up the house at the desk, sees how the season goes, and whom to invite. */
class DeskSettingsTests {

    private static DeskStage stage;
    private static DeskVisitor maria;
    private static DeskChat chat;

    @BeforeAll
    static void open() {
        stage = DeskStage.open(both("POKANA_CONTACT=000 111", "POKANA_TELEGRAM_SECRET=very-secret-secret"));
        DeskSeason.happens(stage);
        chat = new DeskChat(stage, "maria");
        stage.bean(Contacts.class).grant(chat.contact().id(), Role.OWNER);
        maria = stage.signedIn(
                stage.bean(Contacts.class).find(chat.contact().id()).orElseThrow());
    }

    private static String[] both(String... more) {
        var all = new ArrayList<>(List.of(DeskChat.PATIENT));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static String page(String path, String language) {
        return maria.get(path, "Accept-Language", language).body();
    }

    /** What the form holds now, changed in some fields. */
    private static HttpResponse<String> saves(String... changed) {
        var page = page("/desk/settings", "bg");
        var version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page);
        assertThat(version.find()).isTrue();
        var fields = new LinkedHashMap<String, String>();
        fields.put("version", version.group(1));
        fields.put("english", "yes");
        fields.put("emblem", "yes");
        fields.put("reminders", "");
        for (int i = 0; i < changed.length; i += 2) {
            fields.put(changed[i], changed[i + 1]);
        }
        return submits(fields);
    }

    private static HttpResponse<String> submits(Map<String, String> fields) {
        return maria.submits(
                "/desk/settings",
                fields.entrySet().stream()
                        .flatMap(field -> List.of(field.getKey(), field.getValue()).stream())
                        .toArray(String[]::new));
    }

    // ---- settings

    @Test
    void whoWeAreIsSaidAtOnceOnPagesAndInTheChat() {
        assertThat(chat.asks("/privacy")).contains("000 111").doesNotContain("Мост");
        assertThat(saves("organisation", "Сдружение „Мост“", "contact", "most@example.org", "address", "ул. Ропотамо 1")
                        .statusCode())
                .isEqualTo(302);
        assertThat(page("/privacy", "bg")).contains("Сдружение „Мост“, ул. Ропотамо 1", "most@example.org");
        assertThat(chat.asks("/privacy")).contains("Сдружение „Мост“, ул. Ропотамо 1", "most@example.org");
        assertThat(page("/desk/audit", "bg")).contains("промени настройките", "организация, връзка, адрес");
        assertThat(page("/desk/settings", "bg"))
                .contains("value=\"Сдружение „Мост“\"", "placeholder=\"000 111\"", "Последна промяна");
        saves();
        assertThat(chat.asks("/privacy")).contains("000 111").doesNotContain("Мост");
    }

    @Test
    void whoFundsUsStandsOnPagesAndOnPaperAndTheEmblemWhereItIsWanted() {
        assertThat(page("/", "bg")).doesNotContain("С подкрепата");
        saves("funding-bg", "С подкрепата на {фонда} 'Мостове'.", "funding-en", "Supported by the fund.");
        assertThat(page("/", "bg")).contains("С подкрепата на {фонда} &#39;Мостове&#39;.", "eu.svg");
        assertThat(page("/", "en")).contains("Supported by the fund.");
        var poster =
                maria.download("/desk/forums/" + HASKOVO + "/papers/poster").body();
        assertThat(Looking.text(poster).replaceAll("\\s+", " ")).contains("С подкрепата на {фонда} 'Мостове'.");
        saves("funding-bg", "С подкрепа.", "funding-en", "Supported.", "emblem", "");
        assertThat(page("/", "bg")).contains("С подкрепа.").doesNotContain("eu.svg");
        saves();
        assertThat(page("/", "bg")).doesNotContain("С подкрепа", "eu.svg");
    }

    @Test
    void aLanguageThatIsNotOfferedCannotBeChosenButIsStillWrittenAtTheDesk() {
        assertThat(page("/", "en")).contains("lang=\"en\"", "hreflang=\"en\"");
        assertThat(chat.asks("/language")).contains("?");
        saves("english", "");
        assertThat(page("/", "en")).contains("<html lang=\"bg\"").doesNotContain("hreflang=\"en\"");
        assertThat(stage.bean(Words.class).spoken(Locale.ENGLISH).getLanguage()).isEqualTo("bg");
        assertThat(chat.asks("/language en")).doesNotContain("English");
        assertThat(page("/desk/settings", "en")).contains("<html lang=\"en\"", "name=\"funding-en\"");
        saves();
        assertThat(stage.bean(Words.class).spoken(Locale.ENGLISH).getLanguage()).isEqualTo("en");
    }

    @Test
    void peopleAreRemindedAndLeftAloneWhenTheOwnerSaysSo() {
        assertThat(chat.asks("/reminders " + DIMITROVGRAD)).contains("7 дни преди, 10:00");
        saves("reminders", "3 дни преди в 9:30\n2 часа преди", "evening", "21:00", "morning", "07:30");
        assertThat(page("/desk/settings", "bg")).contains("3 дни преди, 09:30\n2 часа преди");
        assertThat(chat.asks("/reminders " + DIMITROVGRAD))
                .contains("3 дни преди, 09:30", "2 часа преди")
                .doesNotContain("7 дни преди");
        assertThat(stage.bean(Words.class).say(Phrase.phrase("announce.morning"), Locale.ENGLISH))
                .isEqualTo("Send at 07:30");
        saves();
        assertThat(chat.asks("/reminders " + DIMITROVGRAD)).contains("7 дни преди, 10:00");
        assertThat(stage.bean(Words.class).say(Phrase.phrase("announce.morning"), Locale.ENGLISH))
                .isEqualTo("Send at 08:00");
    }

    @Test
    void whatMakesNoSenseIsNotSavedAndNotLost() {
        long before = stage.bean(Settings.class).latest().version();
        Map<String, List<String>> wrong = Map.of(
                "Тихите часове", List.of("evening", "07:00", "morning", "20:00"),
                "и на двата езика", List.of("funding-bg", "Само тук"),
                "не се разчитат", List.of("reminders", "когато ви е удобно"),
                "твърде дълъг", List.of("organisation", "x".repeat(200)));
        wrong.forEach((said, fields) -> {
            var page = saves(fields.toArray(String[]::new)).body();
            assertThat(page).contains(said, fields.get(1));
        });
        assertThat(stage.bean(Settings.class).latest().version()).isEqualTo(before);
    }

    @Test
    void whoeverSavesAnOldPageIsToldAndOverwritesNothing() {
        var old = Map.of("version", "0", "organisation", "Стари");
        saves("organisation", "Нови");
        assertThat(submits(old).body())
                .as("nothing that was written is lost, nor that the language was unticked")
                .contains(
                        "Междувременно", "value=\"Нови\"", "Каквото написахте", ">Стари</textarea>", ">не</textarea>");
        assertThat(stage.bean(Settings.class).latest().organisation()).isEqualTo("Нови");
        var twice = new String[] {"organisation", "Нови", "reminders", "1 ден преди в 9"};
        saves(twice);
        var again = new LinkedHashMap<>(Map.of("version", "0", "english", "yes", "emblem", "yes"));
        again.putAll(Map.of("organisation", "Нови", "reminders", "1 ден преди в 9"));
        assertThat(submits(again).statusCode()).as("sent twice").isEqualTo(302);
        saves();
    }

    @Test
    void whatIsForTheOperatorIsShownAndSecretsNever() {
        var page = page("/desk/settings", "bg");
        assertThat(page).contains("POKANA_TELEGRAM_SECRET", "зададена, не се показва", "POKANA_PUBLIC_URL");
        assertThat(page).doesNotContain("very-secret-secret");
    }

    @Test
    @Tag("payloads")
    void nothingWrittenIntoTheSettingsRunsOnAPage() {
        var paths = List.of("/desk/settings", "/", "/privacy");
        saves("organisation", "Мост", "contact", "Мост", "address", "Мост", "funding-bg", "Мост", "funding-en", "Мост");
        var ours = paths.stream().collect(Collectors.toMap(path -> path, path -> Payloads.alive(page(path, "bg"))));
        for (String payload : Payloads.all()) {
            var line = payload.replaceAll("\\p{Cntrl}", " ");
            if (line.strip().length() > 100 || line.isBlank()) {
                continue;
            }
            saves("organisation", line, "contact", line, "address", line, "funding-bg", line, "funding-en", line);
            for (String path : paths) {
                var more = new ArrayList<>(Payloads.alive(page(path, "bg")));
                ours.get(path).forEach(more::remove);
                assertThat(more).as(path + line).isEmpty();
            }
        }
        saves();
    }

    @Test
    void whoChoseALanguageThatIsTakenAwayIsSpokenToInBulgarianUntilItComesBack() {
        var john = new DeskChat(stage, "john");
        assertThat(john.asks("/language en")).contains("English");
        assertThat(john.asks("/help")).contains("Use your own words");
        saves("english", "");
        assertThat(john.asks("/help")).contains("Пишете със свои думи");
        var contacts = stage.bean(Contacts.class);
        assertThat(contacts.find(john.contact().id()).orElseThrow().language().getLanguage())
                .isEqualTo("bg");
        saves();
        assertThat(john.asks("/help")).contains("Use your own words");
        assertThat(contacts.find(john.contact().id()).orElseThrow().language().getLanguage())
                .isEqualTo("en");
    }

    // ---- channels

    @Test
    void aTestMessageReallyArrivesAndItsWayIsFollowed() {
        var page = page("/desk/settings/channels", "bg");
        assertThat(page).contains("Уеб чат", "наред", "Вградено", "Пробно съобщение");
        var sent = maria.submits("/desk/settings/channels/webchat/trial");
        var there = sent.headers().firstValue("Location").orElseThrow();
        assertThat(chat.hears()).contains("пробно съобщение от бюрото");
        var id = there.substring(there.indexOf('=') + 1);
        for (int i = 0; i < 200 && !page("/desk/settings/trials/" + id, "bg").contains("пристигна"); i++) {
            Thread.onSpinWait();
        }
        assertThat(page("/desk/settings/trials/" + id, "bg"))
                .contains("пристигна")
                .doesNotContain("hx-trigger");
        assertThat(page(there.substring(there.indexOf("/desk")), "bg")).contains("пристигна");
        assertThat(maria.submits("/desk/settings/channels/telegram/trial").statusCode())
                .as("no chat there")
                .isEqualTo(404);
        var other = stage.signedIn(stage.person("boris", Role.OWNER));
        assertThat(other.get("/desk/settings/trials/" + id).statusCode())
                .as("somebody else's")
                .isEqualTo(404);
    }

    // ---- overview and coverage

    @Test
    void theOverviewShowsInBarsAndNumbersWhatPeopleAskAndHowTheyAreReached() {
        new DeskChat(stage, "olena").asks("/person");
        var page = page("/desk", "bg");
        assertThat(page)
                .contains("Достъпни хора по канал", "class=\"bar reached\"", "блокирали бота")
                .contains("Съобщения за последния ден", "class=\"bar sent\"")
                .contains("Записвания по дни: ")
                .containsPattern("(?s)<th scope=\"row\">5\\.01</th>\\s*<td>\\d+</td>\\s*<td>\\d+</td>")
                .contains("Въпроси към екипа по теми");
        assertThat(page).doesNotContain("<th scope=\"col\">Община</th>\n            <th scope=\"col\">Община</th>");
    }

    @Test
    void whatNeedsSomebodyNowIsSaidFirst() {
        var forum = "svilengrad-2027-06";
        stage.bean(Organizing.class).capacity(forum, 12);
        for (int i = 0; i < 11; i++) {
            stage.bean(Registrations.class).register(forum, new ContactId("guest" + i), DeskSeason.person(i));
        }
        var store = stage.bean(MongoOperations.class);
        var now = stage.clock.instant();
        store.insert(new Registration(
                forum + ":late",
                forum,
                "late",
                Registration.Status.OFFERED,
                1,
                99,
                DeskSeason.person(1),
                0,
                false,
                false,
                now,
                now,
                null,
                null,
                null,
                null,
                new Offer(now, now.plusSeconds(3600), 0)));
        store.getCollection("forums")
                .updateOne(
                        new Document("_id", forum),
                        new Document("$inc", new Document("version", 1))
                                .append("$set", new Document("changedAt", Date.from(stage.clock.instant()))));
        stage.clock.travelTo(stage.clock.instant().plusSeconds(5).toString());
        assertThat(page("/desk", "bg"))
                .contains("Свиленград, 10.06: остава 1 място")
                .contains("Свиленград, 10.06: 1 предложено място изтича до два часа")
                .contains("Свиленград, 10.06: 12 души още не са потвърдили, че знаят за промяната");
        stage.bean(Organizing.class).capacity(forum, 45);
        assertThat(page("/desk", "bg")).as("control").doesNotContain("остава 1 място");
    }

    @Test
    void aGapThatSomebodyWasInvitedFromIsNoLongerOneThatNobodyHasSeen() {
        var cell = "/desk/coverage/topolovgrad/ngo";
        assertThat(page("/desk", "bg")).containsPattern("aria-label=\"Тополовград, НПО[^\"]*: никой\"");
        assertThat(page(cell, "bg")).contains("Отбележи като поканени").doesNotContain("Не са поканени");
        for (int i = 0; i < 2; i++) { // pressed twice
            var said = maria.submits(cell + "/" + HASKOVO + "/invited");
            assertThat(said.headers().firstValue("Location")).hasValue(cell + "?done=invited&undone=" + HASKOVO);
        }
        assertThat(page("/desk", "bg"))
                .containsPattern("aria-label=\"Тополовград, НПО[^\"]*: поканени, още никой записан\"")
                .contains("class=\"cell invited\"", "#sent");
        assertThat(page(cell, "bg")).contains("Не са поканени", "Поканени", "още никой оттук не се е записал");
        var profile = new Profile("ngo", "topolovgrad", "Сдружение „Мост“", "Румен Ганчев");
        stage.clock.travelTo(stage.clock.instant().plusSeconds(5).toString());
        stage.bean(Registrations.class).register(HASKOVO, stage.person("rumen").id(), profile);
        stage.clock.travelTo(stage.clock.instant().plusSeconds(10).toString());
        assertThat(page(cell, "bg")).contains("Оттогава оттук се записа 1 човек.", "Румен Ганчев");
        stage.bean(Registrations.class).release(HASKOVO, stage.person("rumen").id());
        stage.clock.travelTo(stage.clock.instant().plusSeconds(10).toString());
        var noted = stage.bean(Audit.class).by(chat.contact().id()).stream()
                .filter(entry -> entry.what().equals("invited from a place"))
                .toList();
        assertThat(noted).hasSize(1);

        var outreach = stage.bean(Outreach.class);
        assertThat(outreach.of(chat.contact().id(), List.of())).hasSize(1);
        ((Forgets) outreach).forget(chat.contact().id(), List.of());
        assertThat(outreach.of(chat.contact().id(), List.of())).isEmpty();
        assertThat(page(cell, "bg")).contains("изтрит човек");

        maria.submits(cell + "/" + HASKOVO + "/mistake");
        assertThat(page("/desk", "bg")).containsPattern("aria-label=\"Тополовград, НПО[^\"]*: никой\"");
        assertThat(maria.submits("/desk/coverage/atlantis/ngo/" + HASKOVO + "/invited")
                        .statusCode())
                .isEqualTo(404);
        assertThat(maria.submits(cell + "/nowhere/invited").statusCode()).isEqualTo(404);
    }
}
