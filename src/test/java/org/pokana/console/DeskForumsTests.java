package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.console.DeskSeason.DIMITROVGRAD;
import static org.pokana.console.DeskSeason.HASKOVO;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pokana.audit.Audit;
import org.pokana.contact.Role;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Registrations;
import org.pokana.forum.Sketches;
import org.pokana.messaging.Content;
import org.pokana.messaging.Outbox;
import org.pokana.phone.PhoneNumber;
import org.pokana.phone.PhoneNumbers;
import org.springframework.web.util.HtmlUtils;

/** Maria makes forums, closes their registration and calls one off, and sees who has understood it. */
class DeskForumsTests {

    private static DeskStage stage;
    private static DeskVisitor maria;

    @BeforeAll
    static void open() {
        stage = DeskStage.open();
        DeskSeason.happens(stage);
        maria = stage.signedIn(stage.person("maria", Role.ORGANIZER));
        maria.get("/desk/devices");
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static Forum forum(String id) {
        return stage.bean(Forums.class).find(id).orElseThrow();
    }

    private static String in(String town) {
        return stage.bean(Forums.class).all().stream()
                .map(Forum::id)
                .filter(id -> id.startsWith(town))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> madzharovo() {
        var form = new LinkedHashMap<String, String>();
        form.put("title-bg", "Форум за помощник-учители");
        form.put("title-en", "A forum for assistant teachers");
        form.put("summary-bg", "Как се работи заедно в час.");
        form.put("city-bg", "Маджарово");
        form.put("city-en", "Madzharovo");
        form.put("municipality", "madzharovo");
        form.put("day", "2027-05-20");
        form.put("from", "10:00");
        form.put("to", "16:00");
        form.put("capacity", "35");
        form.put("place-bg", "Читалището");
        form.put("pin", "https://www.openstreetmap.org/?mlat=41.6364&mlon=25.8647#map=17");
        form.put("group-ngo", "on");
        form.put("language-bg", "on");
        form.put("agenda-bg", "10:00-12:00 Въведение\n12:00-13:00 Обяд");
        form.put("agenda-en", "10:00-12:00 Introduction\n12:00-13:00 Lunch");
        return form;
    }

    private static HttpResponse<String> sends(String path, Map<String, String> form) {
        return maria.submits(
                path,
                form.entrySet().stream()
                        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new));
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    // ---- a new forum

    @Test
    void aForumIsSeenByTheTeamAloneUntilItIsOpenedAndThenItIsOneHoweverOftenThatIsPressed() {
        var page = "/desk/forums/new/abc123";
        var form = madzharovo();
        form.remove("capacity");
        assertThat(location(sends(page, form))).contains("done=sketch");
        assertThat(maria.get("/desk/forums").body()).contains("Форум за помощник-учители", page);
        assertThat(stage.stranger().get("/forums").body()).doesNotContain("помощник-учители");
        assertThat(stage.bean(Forums.class).find("madzharovo-2027-05")).isEmpty();

        form.put("seen", "1");
        form.put("act", "open");
        assertThat(sends(page, form).body()).contains("role=\"alert\"", "Местата трябва");
        form.put("capacity", "35");
        var sketch = stage.bean(Sketches.class);
        var opened = sends(page, form);
        assertThat(location(opened)).isEqualTo("/desk/forums/madzharovo-2027-05?done=opened");
        assertThat(location(sends(page, form))).as("pressed again").contains("madzharovo-2027-05");
        assertThat(sketch.find("abc123")).isEmpty();
        assertThat(stage.bean(Forums.class).all())
                .filteredOn(each -> each.municipality().equals("madzharovo"))
                .hasSize(1);

        var forum = forum("madzharovo-2027-05");
        assertThat(done("opened a new forum")).containsOnlyOnce(forum.id());
        assertThat(forum.venue().latitude()).isEqualTo(41.6364);
        assertThat(forum.agenda())
                .extracting(item -> item.title().words().get("en"))
                .containsExactly("Introduction", "Lunch");
        assertThat(forum.groups()).containsExactly("ngo");
        assertThat(forum.startsAt()).hasToString("2027-05-20T10:00+03:00[Europe/Sofia]");
        assertThat(stage.stranger().get("/forums").body()).contains("помощник-учители");
        assertThat(maria.get("/desk/forums/" + forum.id() + "/rules").body()).contains("name=\"kept-ngo\"");
        var registered = stage.bean(Registrations.class)
                .register(forum.id(), stage.person("nina").id(), DeskSeason.person(1));
        assertThat(registered).isInstanceOf(org.pokana.forum.Seating.Seated.class);
    }

    @Test
    void anotherForumOfTheSameTownAndMonthGetsAnAddressOfItsOwn() {
        var form = madzharovo();
        form.put("municipality", "stambolovo");
        form.put("act", "open");
        assertThat(location(sends("/desk/forums/new/first1", form))).contains("/stambolovo-2027-05?");
        form.put("title-bg", "Другият");
        assertThat(location(sends("/desk/forums/new/second2", form))).contains("/stambolovo-2027-05-2?");
        assertThat(forum("stambolovo-2027-05-2").title().words()).containsEntry("bg", "Другият");
    }

    @Test
    void whatSomebodyElseWroteMeanwhileIsNotLost() {
        var form = madzharovo();
        sends("/desk/forums/new/shared1", form);
        form.put("title-bg", "На Борис");
        form.put("seen", "1");
        sends("/desk/forums/new/shared1", form);
        form.put("title-bg", "На Мария");
        assertThat(sends("/desk/forums/new/shared1", form).body())
                .contains("Междувременно", "value=\"На Борис\"", ">На Мария</textarea>");
        assertThat(location(maria.submits("/desk/forums/new/shared1/discarding")))
                .contains("done=discarded");
        assertThat(stage.bean(Sketches.class).find("shared1")).isEmpty();
    }

    @Test
    void whatIsMissingIsSaidOneByOne() {
        var wrong = new LinkedHashMap<String, String>();
        wrong.put("title-bg", "");
        wrong.put("summary-bg", "х".repeat(251));
        wrong.put("city-bg", "х".repeat(19));
        wrong.put("municipality", "atlantis");
        wrong.put("group-ngo", "");
        wrong.put("language-bg", "");
        wrong.put("day", "2020-05-20");
        wrong.put("from", "късно");
        wrong.put("place-bg", "");
        wrong.put("pin", "до фонтана");
        wrong.put("agenda-bg", "обяд някога");
        wrong.put("agenda-en", "11:00-12:00 Introduction");
        wrong.forEach((field, value) -> {
            var form = madzharovo();
            form.put("title-en", "");
            form.put("act", "open");
            form.put(field, value);
            var page = sends("/desk/forums/new/wrong" + field.replaceAll("[^a-z]", ""), form);
            assertThat(page.body()).as(field).contains("role=\"alert\"");
        });
        assertThat(stage.bean(Sketches.class).all()).hasSizeGreaterThanOrEqualTo(wrong.size());
        assertThat(stage.bean(Forums.class).all())
                .noneMatch(forum -> forum.title().words().containsValue("Introduction"));
    }

    @Test
    void theCardIsShownWhileItIsWrittenAndIsTheOneTheChatShows() {
        var live = sends("/desk/forums/new/live1/card", madzharovo()).body();
        assertThat(live)
                .contains("Форум за помощник-учители", "четвъртък, 20 май", "Запиши ме")
                .doesNotContain("<html");
        assertThat(stage.bean(Sketches.class).find("live1"))
                .as("looking saves nothing")
                .isEmpty();
        var form = madzharovo();
        form.put("day", "");
        assertThat(sends("/desk/forums/new/live1/card", form).body())
                .contains("ще се появи")
                .doesNotContain("phone-buttons");

        var changed = madzharovo();
        changed.put("version", String.valueOf(forum(DIMITROVGRAD).version()));
        changed.put("agenda", "");
        assertThat(sends("/desk/forums/" + DIMITROVGRAD + "/card", changed).body())
                .contains(
                        "19 души ще научат това",
                        "форум „Форум за помощник-учители“",
                        "Става: четвъртък, 20 май 2027",
                        "Читалището");
    }

    // ---- who the seats are for, and reminders

    private static String rulesOf(String id) {
        return "/desk/forums/" + id + "/rules";
    }

    /** What the form holds now, with some of it changed. */
    private static HttpResponse<String> rules(String id, String act, String... changed) {
        var form = DeskForm.on(
                        "", maria.get(rulesOf(id), "Accept-Language", "bg").body())
                .stream()
                .filter(each -> each.action().equals(rulesOf(id)))
                .findFirst()
                .orElseThrow();
        var fields = new LinkedHashMap<String, String>();
        form.fields().stream().filter(DeskForm.Field::sent).forEach(each -> fields.put(each.name(), each.value()));
        fields.put("act", act);
        for (int i = 0; i < changed.length; i += 2) {
            fields.put(changed[i], changed[i + 1]);
        }
        return sends(rulesOf(id), fields);
    }

    @Test
    void whoTheSeatsAreForAndWhenPeopleAreRemindedIsSaidInPlainWordsBeforeItHolds() {
        var id = in("harmanli");
        var before = forum(id);
        var shown = maria.get("/desk/forums/" + id, "Accept-Language", "bg").body();
        assertThat(shown).contains("Няма запазени места за групи.", "7 дни преди, 10:00", rulesOf(id));
        var day = before.startsAt().toLocalDate().minusDays(3).toString();
        String[] wish = {
            "kept-ngo",
            "5",
            "kept-institution",
            "2",
            "until-day",
            day,
            "until-hour",
            "18:00",
            "most",
            "3",
            "usual",
            "",
            "reminders",
            "3 дни преди в 10\r\n2 часа преди"
        };
        var looked = rules(id, "look", wish).body();
        assertThat(looked)
                .contains("Запазени:", "НПО – 5", "18:00", "За една организация: най-много 3 места.")
                .contains("3 дни преди, 10:00", "2 часа преди")
                .doesNotContain("• 7 дни преди");
        assertThat(forum(id)).as("only looked").isEqualTo(before);

        assertThat(location(rules(id, "save", wish))).contains("done=rules");
        var after = forum(id);
        assertThat(after.allotment().reserved()).isEqualTo(Map.of("ngo", 5, "institution", 2));
        assertThat(after.allotment().mostOfOne()).isEqualTo(3);
        assertThat(after.reminders()).containsExactly("3d@10:00", "2h");
        assertThat(maria.get(rulesOf(id)).body()).contains("value=\"" + day + "\"", "value=\"18:00\"", "3 дни преди");
        assertThat(location(rules(id, "save"))).as("saved as it is").contains("done=rules");
        assertThat(forum(id)).isEqualTo(after);
        assertThat(rules(id, "save", "seen", "old", "kept-ngo", "9", "reminders", "1 ден преди в 9")
                        .body())
                .as("nothing that was written is lost")
                .contains("Междувременно", "Каквото написахте", ">9</textarea>", ">1 ден преди, 09:00</textarea>");
        assertThat(location(rules(id, "save", "seen", "old", "reminders", "3 дни преди в 10\r\n2 часа преди")))
                .as("sent twice")
                .contains("done=rules");

        assertThat(location(rules(id, "save", "kept-ngo", "", "kept-institution", "0", "most", "", "usual", "true")))
                .contains("done=rules");
        assertThat(forum(id).allotment()).as("simply everybody's").isNull();
        assertThat(forum(id).reminders()).isEmpty();
        assertThat(stage.bean(Audit.class).latest(0, 500))
                .filteredOn(entry -> id.equals(entry.about()) && !entry.what().contains("registration"))
                .extracting(Audit.Entry::what)
                .containsExactlyInAnyOrder(
                        "shared the seats out",
                        "changed the reminders",
                        "shared the seats out",
                        "changed the reminders");
    }

    @Test
    void rulesThatCannotBeAreSaidAndDoNotHold() {
        var id = DIMITROVGRAD;
        var before = forum(id);
        var late = before.startsAt().toLocalDate().plusDays(1).toString();
        var wrong = List.of(
                new String[] {"kept-ngo", "много"},
                new String[] {"kept-ngo", String.valueOf(before.capacity()), "kept-other", "1"},
                new String[] {"kept-ngo", "1", "until-day", "2027-01-01", "until-hour", "10:00"},
                new String[] {"kept-ngo", "1", "until-day", late, "until-hour", "10:00"},
                new String[] {"kept-ngo", "1", "until-day", late},
                new String[] {"most", "-1"},
                new String[] {"usual", "", "reminders", "някога"},
                new String[] {"usual", "", "reminders", "в деня 23:00"},
                new String[] {
                    "usual",
                    "",
                    "reminders",
                    "1 ден преди\n2 дни преди\n3 дни преди\n4 дни преди\n5 дни преди\n6 дни преди"
                });
        for (String[] each : wrong) {
            var as = String.join(" ", each);
            assertThat(rules(id, "save", each).body()).as(as).contains("role=\"alert\"");
            assertThat(forum(id)).as(as).isEqualTo(before);
        }
        assertThat(rules(id, "look", "kept-ngo", String.valueOf(before.capacity()))
                        .body())
                .as("control: all of them may be kept")
                .doesNotContain("role=\"alert\"");
        var live = new LinkedHashMap<String, String>(Map.of("most", "2", "usual", "true"));
        assertThat(sends(rulesOf(id) + "/words", live).body())
                .contains("най-много 2 места")
                .doesNotContain("<html");
    }

    // ---- registration, cancelling, understanding

    /** To which forums, as the journal has it. */
    private static List<String> done(String what) {
        return stage.bean(Audit.class).latest(0, 500).stream()
                .filter(entry -> entry.what().equals(what))
                .map(Audit.Entry::about)
                .toList();
    }

    @Test
    void registrationIsClosedAndOpenedAgain() {
        var id = in("harmanli");
        maria.submits("/desk/forums/" + id + "/registration", "open", "false");
        assertThat(forum(id).status()).isEqualTo(Forum.Status.CLOSED);
        assertThat(maria.get("/desk/forums/" + id).body()).contains("name=\"open\" value=\"true\"");
        maria.submits("/desk/forums/" + id + "/registration", "open", "true");
        assertThat(forum(id).status()).isEqualTo(Forum.Status.OPEN);
        assertThat(stage.bean(Audit.class).latest(0, 500))
                .extracting(Audit.Entry::what)
                .contains("closed registration", "opened registration");
    }

    @Test
    void aForumIsCalledOffInTheWordsOfThePreviewAndItIsSeenWhoUnderstood() {
        var id = in("svilengrad");
        var vera = stage.person("vera2");
        stage.bean(Registrations.class).register(id, vera.id(), DeskSeason.person(3));
        stage.bean(PhoneNumbers.class).keep(vera.key(), new PhoneNumber("+359888123456"));
        stage.clock.travelTo("2027-02-01T08:06:00Z");
        var page = "/desk/forums/" + id + "/cancellation";
        var preview = maria.get(page, "Accept-Language", "bg").body();
        var shown = Pattern.compile("(?s)<p class=\"phone\">(.*?)</p>").matcher(preview);
        assertThat(shown.find()).isTrue();
        assertThat(location(maria.submits(page, "sure", "now", "version", "99")))
                .contains("look-again");
        assertThat(location(maria.submits(page, "version", "1"))).contains("look-again");
        assertThat(forum(id).isCancelled()).as("nobody said so").isFalse();

        var version = String.valueOf(forum(id).version());
        for (int i = 0; i < 2; i++) {
            assertThat(location(maria.submits(page, "sure", "now", "version", version)))
                    .contains("done=cancelled");
        }
        assertThat(done("cancelled a forum")).containsOnlyOnce(id);
        var told = stage.bean(Outbox.class).of("change:" + id + ":" + forum(id).version()).stream()
                .filter(message -> message.contact().equals(vera.id().value()))
                .map(message -> Content.words(message.content()).text())
                .toList();
        var notice = HtmlUtils.htmlUnescape(shown.group(1));
        assertThat(told).filteredOn(notice::equals).as("once").hasSize(1);
        assertThat(maria.get("/desk/forums/" + id, "Accept-Language", "bg").body())
                .contains("Разбрали са я 0 от 1");
        assertThat(maria.get("/desk/forums/" + id + "/understood").body())
                .contains(DeskSeason.person(3).name(), "href=\"tel:+359888123456\"");
        stage.clock.advance(Duration.ofMinutes(1)); // lists are as they were some seconds ago
        assertThat(maria.get("/desk/forums/" + id + "/understood.csv").body())
                .contains("\"" + DeskSeason.person(3).name() + "\"", "\"'+359 888 123 456\"\r\n");
        assertThat(maria.get("/desk/forums/" + HASKOVO + "/understood.csv").statusCode())
                .isEqualTo(404);
        assertThat(maria.get("/desk/forums/" + HASKOVO + "/understood").statusCode())
                .as("nothing has changed there")
                .isEqualTo(302);
    }

    @Test
    void anObserverSeesNeitherWhatIsBeingMadeNorTheButtons() {
        sends("/desk/forums/new/hidden1", madzharovo());
        var vera = stage.signedIn(stage.person("vera", Role.VIEWER));
        assertThat(vera.get("/desk/forums").body()).doesNotContain("/desk/forums/new/");
        assertThat(vera.get("/desk/forums/new/hidden1").statusCode()).isEqualTo(403);
        assertThat(vera.get("/desk/forums/" + HASKOVO).body()).doesNotContain("/cancellation", "/registration");
        assertThat(maria.get("/desk/forums").body()).as("control").contains("/desk/forums/new/hidden1");
    }

    @Test
    @Tag("payloads")
    void nothingThatIsWrittenThereRunsOnAPage() {
        var fields = List.of(
                "title-bg",
                "title-en",
                "summary-bg",
                "summary-en",
                "city-bg",
                "city-en",
                "place-bg",
                "place-en",
                "address-bg",
                "address-en",
                "pin",
                "agenda-bg",
                "agenda-en",
                "day",
                "from",
                "to",
                "capacity");
        var payloads = Payloads.all();
        assertThat(payloads).hasSizeGreaterThanOrEqualTo(300);
        for (int from = 0; from < payloads.size(); from += fields.size()) {
            var form = madzharovo();
            for (int i = 0; i < fields.size() && from + i < payloads.size(); i++) {
                form.put(fields.get(i), payloads.get(from + i));
            }
            var path = "/desk/forums/new/xss" + from;
            sends(path, form);
            var page = maria.get(path).body();
            assertThat(Payloads.alive(page)).as("from " + from).isEmpty();
            assertThat(HtmlUtils.htmlUnescape(page)).contains(payloads.get(from).strip());
        }
        assertThat(Payloads.alive(maria.get("/desk/forums").body())).isEmpty();
    }

    @Test
    @Tag("payloads")
    void nothingRunsInTheCardEither() {
        int shown = 0;
        for (String payload : Payloads.all()) {
            var form = madzharovo();
            for (String field : List.of("title-bg", "summary-bg", "place-bg", "address-bg")) {
                form.put(field, "a" + payload.replaceAll("\\s+", " "));
            }
            var card = sends("/desk/forums/new/card1/card", form).body();
            assertThat(Payloads.alive(card)).as(payload).isEmpty();
            shown += card.contains("class=\"phone\"") ? 1 : 0;
        }
        assertThat(shown).as("they are there, as words").isGreaterThan(150);
    }
}
