package org.pokana.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.announcement.Audience.Kind;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.conversation.Rehearsal;
import org.pokana.forum.Arrivals;
import org.pokana.forum.Municipalities;
import org.pokana.forum.TestForums;
import org.pokana.kernel.Choice;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Line;

/** Whom an organizer ticks, what she is told about it, and who gets it then. */
class AudienceChipsTests {

    private final AnnouncementStage stage = new AnnouncementStage();
    private final Rehearsal rehearsal = new Rehearsal(stage.flows());
    private final Rehearsal.Person maria = rehearsal.person;
    private final Rehearsal.Bot bot = rehearsal.bot;
    private String shown = "";
    private List<String> offered = List.of();

    @BeforeEach
    void toTheQuestion() {
        stage.smallCast();
        rehearsal.playedBy(() -> Rehearsal.contact("maria", Profile.UNKNOWN, Role.ORGANIZER));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void asksForWhom() {
        maria.opens("/announce");
        bot.line();
        maria.says("Залата е сменена.");
        bot.line();
        maria.picks("skip");
        look();
    }

    private void picks(String... picks) {
        for (String pick : picks) {
            maria.picks(pick);
            look();
        }
    }

    /** At the screen that is shown now. */
    private void look() {
        shown = bot.wording();
        Line line = bot.line();
        offered = line.choices().stream().map(AudienceChipsTests::label).toList();
        assertThat(offered).as(shown).allSatisfy(label -> assertThat(label).hasSizeLessThanOrEqualTo(25));
        assertThat(line.choices().stream().filter(choice -> choice.tone() != Choice.Tone.AWAY))
                .as(shown)
                .hasSizeLessThanOrEqualTo(8);
        assertThat(shown.length()).isLessThanOrEqualTo(600);
    }

    private static String label(Choice choice) {
        return Rehearsal.WORDS.say(choice.label(), Locale.forLanguageTag("bg"));
    }

    /** Goes on to the real thing and says which reason it gives, and how many get it. */
    private String preview() {
        maria.picks("go");
        var letter = bot.wording();
        bot.says("verbatim");
        shown = bot.wording();
        bot.asks("announce.confirm");
        return letter.substring(letter.indexOf("Получавате това"));
    }

    private Announcement sent() {
        maria.picks("now");
        bot.line();
        return stage.announcements.latest(1).get(0);
    }

    private List<String> reached() {
        stage.clock.advance(Departure.SECOND_THOUGHTS);
        stage.handingOut.handOut();
        stage.sendsAll();
        return stage.reached();
    }

    @Test
    void offersEverybodyTheNextForumAndEverySort() {
        asksForWhom();
        assertThat(shown).startsWith("На кого да го изпратя? Изберете едно или повече");
        assertThat(offered)
                .containsExactly(
                        "Всички: 4",
                        "Хасково 25.02: 2",
                        "Други форуми…",
                        "Групи…",
                        "Общини…",
                        "Език, отговори…",
                        "Назад",
                        "Прекъсни",
                        "Меню");
    }

    @Test
    void ticksAndUnticksInWordsToo() {
        asksForWhom();
        picks("in:forum:haskovo");
        assertThat(shown).startsWith("Избрани: Хасково 25.02\nОбщо: 2 души\n");
        assertThat(offered).contains("✓ Хасково 25.02: 2", "Без някои…", "Продължи: 2");
        picks("out:forum:haskovo");
        assertThat(shown).startsWith("На кого да го изпратя?");
        assertThat(offered).contains("Хасково 25.02: 2").doesNotContain("Продължи: 2");
    }

    @Test
    void addsUpWhatIsOfOneSort() {
        asksForWhom();
        picks("page:groups:1", "in:group:ngo", "in:group:institution");
        assertThat(shown).startsWith("Избрани: НПО или Институция\nОбщо: 3 души");
        assertThat(preview())
                .isEqualTo("Получавате това, защото сте посочили група „НПО“ или сте посочили група „Институция“.");
        assertThat(shown).contains("Ще получат: 3 души", "Кои: НПО или Институция");
        sent();
        assertThat(reached()).containsExactlyInAnyOrder("olena", "ivan", "petar");
    }

    @Test
    void narrowsDownByWhatIsOfAnotherSort() {
        asksForWhom();
        picks("in:forum:haskovo", "page:municipalities:1", "in:municipality:haskovo");
        assertThat(shown).startsWith("Избрани: Хасково 25.02; от тях само Хасково\nОбщо: 1 човек");
        picks("in:municipality:harmanli");
        assertThat(shown).contains("от тях само Хасково или Харманли", "Общо: 2 души");
        picks("out:municipality:harmanli");
        assertThat(preview())
                .isEqualTo("Получавате това, защото сте записани за форума „Форум Хасково“ и сте посочили община"
                        + " „Хасково“.");
        assertThat(sent().audience()).isEqualTo(new Audience(Kind.COMBINED, "forum:haskovo+municipality:haskovo"));
        assertThat(reached()).containsExactly("olena");
    }

    @Test
    void neverGivesAReasonThatIsNotTrue() {
        asksForWhom();
        picks("in:forum:haskovo", "page:others:1", "in:language:en");
        assertThat(preview())
                .as("nobody gets it because of their language alone")
                .isEqualTo("Получавате това, защото сте записани за форума „Форум Хасково“.");
        maria.goesBack();
        bot.line();
        maria.goesBack();
        look();
        picks("page:main:1", "out:forum:haskovo", "page:others:1", "in:language:en");
        assertThat(preview()).startsWith("Получавате това, защото пишете с „Покана“");
    }

    @Test
    void leavesSomeOut() {
        asksForWhom();
        picks("in:all", "mode:ex", "page:groups:1");
        assertThat(shown).contains("Избрани: Всички\nОбщо: 4 души", "Кого да пропусна?");
        assertThat(offered).contains("НПО: 2", "Институция: 1").noneMatch(label -> label.startsWith("Всички"));
        picks("ex:group:ngo");
        assertThat(shown).contains("Без: НПО", "Общо: 2 души");
        assertThat(offered).contains("✓ НПО: 2");
        picks("ex:group:institution", "un:group:institution", "mode:in");
        assertThat(shown).startsWith("Избрани: Всички\nБез: НПО\nОбщо: 2 души");
        preview();
        assertThat(shown).contains("Ще получат: 2 души", "Без: НПО");
        assertThat(sent().terms().narrowing().except()).containsExactly(Audience.group("ngo"));
        assertThat(reached()).containsExactlyInAnyOrder("petar", "maria");
    }

    @Test
    void takesEverybodyOrSomebodyInParticular() {
        asksForWhom();
        picks("in:all", "in:forum:haskovo");
        assertThat(shown).startsWith("Избрани: Хасково 25.02\n");
        picks("in:all");
        assertThat(shown).startsWith("Избрани: Всички\n");
    }

    @Test
    void goesBackOneTickAtATime() {
        asksForWhom();
        picks("in:forum:haskovo", "page:groups:1", "in:group:ngo");
        maria.goesBack();
        look();
        assertThat(shown).startsWith("Избрани: Хасково 25.02\n");
        assertThat(offered).contains("НПО: 2");
        maria.goesBack();
        look();
        maria.goesBack();
        look();
        assertThat(shown).startsWith("На кого да го изпратя?");
    }

    @Test
    void hasNoWayOnWhenNobodyIsLeft() {
        asksForWhom();
        picks("page:groups:1", "in:group:institution", "page:main:1", "in:forum:haskovo");
        assertThat(shown).contains("Общо: 0 души");
        assertThat(offered).noneMatch(label -> label.startsWith("Продължи"));
    }

    @Test
    void offersPagesRatherThanTooManyChoices() {
        Municipalities.DISTRICT.forEach(
                town -> stage.person("from-" + town, "bg", AnnouncementStage.from("ngo", town)));
        asksForWhom();
        picks("page:municipalities:1");
        assertThat(offered).hasSize(6 + 1 + 1 + 3).contains("Хасково: 3", "Още (1 от 2)", "Други видове");
        picks("in:municipality:haskovo", "page:municipalities:2");
        assertThat(offered).contains("Свиленград: 1", "Още (2 от 2)", "Продължи: 3");
        picks("page:municipalities:1");
        assertThat(offered).contains("✓ Хасково: 3");
    }

    @Test
    void tellsThoseWhoCameFromThoseWhoRegistered() {
        stage.forums.add(
                TestForums.forum("dim", "Димитровград", "Dimitrovgrad", LocalDateTime.parse("2027-03-10T10:00"), 1));
        stage.registrations.register("dim", new ContactId("olena"), Profile.UNKNOWN);
        stage.registrations.register("dim", new ContactId("petar"), Profile.UNKNOWN);
        new Arrivals(stage.store, stage.clock).checkIn("haskovo", new ContactId("ivan"), new ContactId("ivan"));
        asksForWhom();
        picks("page:forums:1");
        assertThat(offered)
                .contains("Хасково 25.02: 2", "Дошли Хасково: 1", "Димитровград 10.03: 1", "Чакат Димитровград: 1")
                .noneMatch(label -> label.startsWith("Дошли Димитровград"));
        picks("in:attended:haskovo", "in:waiting:dim");
        assertThat(preview())
                .isEqualTo("Получавате това, защото бяхте на форума „Форум Хасково“ или чакате място за форума „Форум"
                        + " Димитровград“.");
        sent();
        assertThat(reached()).containsExactlyInAnyOrder("ivan", "petar");
    }

    @Test
    void tellsThoseWhoAnsweredFromThoseWhoDidNot() {
        stage.announcements.send(stage.draft("one", Audience.forum("haskovo")));
        stage.handingOut.handOut();
        stage.sendsAll();
        stage.clock.advance(Duration.ofHours(1));
        stage.bot.person("olena").says("Благодаря!");
        stage.clock.advance(Duration.ofHours(24));
        stage.bot.person("ivan").says("Видях го чак сега.");
        asksForWhom();
        picks("page:others:1");
        assertThat(shown).endsWith("01.02: „Залата е сменена.“");
        assertThat(offered).contains("Български: 3", "English: 1", "Мълчат 01.02: 1", "Отговорили 01.02: 1");
        picks("in:silent:one");
        assertThat(preview())
                .as("as true as it was the first time")
                .isEqualTo("Получавате това, защото сте записани за форума „Форум Хасково“.");
        sent();
        assertThat(reached().subList(2, 3)).containsExactly("ivan");
    }

    @Test
    void reactsOnceHoweverOftenAChoiceIsTapped() {
        stage.maria.says("/announce").says("Залата е сменена.").taps("Пропусни");
        var tick = "announce.audience=in:forum:haskovo";
        stage.maria.presses(tick).presses(tick).presses(tick);

        assertThat(stage.maria.reads()).contains("Избрани: Хасково 25.02").doesNotContain("Общо: 0");
        stage.maria.taps("Продължи: 2");
        assertThat(stage.maria.reads()).contains("Ще получат: 2 души");
    }

    @Test
    void understandsATypedLabel() {
        stage.maria
                .says("/announce")
                .says("Залата е сменена.")
                .taps("Пропусни")
                .says("Хасково 25.02")
                .says("групи")
                .says("нпо");

        assertThat(stage.maria.reads()).contains("Избрани: Хасково 25.02; от тях само НПО");
    }

    @Test
    void goesOnWithATalkOfAnEarlierVersion() {
        asksForWhom();
        for (String old : List.of("all", "forum:haskovo")) {
            assertThat(new ChipScreen(Chosen.NOBODY, null, null)
                            .understand(org.pokana.conversation.Answer.picking(old)))
                    .contains(old);
        }
        assertThat(Chosen.NOBODY.after("groups").orElseThrow().page()).isEqualTo(Chosen.Page.of("groups"));
        assertThat(Chosen.NOBODY.after("nonsense")).isEmpty();
        assertThat(Chosen.NOBODY.after("in:nonsense")).isEmpty();
        assertThat(Chosen.NOBODY.after("page:nonsense:1")).isEmpty();
        assertThat(Chosen.NOBODY.after("go")).isEmpty();
    }

    /** As it was stored before there were media, and audiences of several parts. */
    @Test
    void readsAnnouncementsOfAnEarlierVersion() {
        stage.announcements.send(stage.draft("old", Audience.forum("haskovo")));
        var announcements = stage.store.getCollection("announcements");
        var document = announcements.find().first();
        document.remove("media");
        ((org.bson.Document) ((org.bson.Document) document.get("terms")).get("narrowing"))
                .put("only", List.of(new org.bson.Document("kind", "GROUP").append("key", "ngo")));
        announcements.replaceOne(new org.bson.Document("_id", "old"), document);
        var read = stage.announcements.find("old").orElseThrow();

        assertThat(read.items()).isEmpty();
        assertThat(read.audience()).isEqualTo(Audience.forum("haskovo"));
        assertThat(read.terms().narrowing().only()).containsExactly(Audience.group("ngo"));
        assertThat(reached()).containsExactlyInAnyOrder("olena", "ivan");
    }
}
