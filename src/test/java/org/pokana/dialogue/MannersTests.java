package org.pokana.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Content;

/** Those of the rules of a talk that take a story rather than a screen; {@link DialogueRules} lists all of them. */
@Tag("dialogue")
class MannersTests {

    @TempDir
    static Path folder;

    private static World world;

    @BeforeAll
    static void settle() {
        world = Walks.settled(folder);
    }

    @AfterAll
    static void goHome() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({"bg, чатбот, „човек“", "en, chatbot, “person”"})
    void theFirstMessageSaysAllThatMatters(String language, String program, String person) {
        var hello =
                world.somebody(language).says("/start").screen().texts().get(0).text();
        assertThat(hello).contains(program, person, World.ORGANISATION);
        assertThat(hello.lines().filter(line -> line.startsWith("• "))).hasSizeBetween(3, 5);

        for (String first : List.of("/start forum-" + Walks.USUAL, "!!!", "/help", "/my")) {
            var said =
                    world.somebody(language).says(first).screen().texts().get(0).text();
            assertThat(said).as(first).contains(program, person);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/news off, /news on",
        "/news on, /news off",
        "/reminding off, /reminding on",
        "/language other, /language other"
    })
    void whatIsHarmlessCanBeUndone(String act, String undo) {
        var screen = world.somebody("bg").says(act).screen();
        assertThat(screen.asks()).isFalse();
        assertThat(screen.offers(undo)).isTrue();
    }

    @Test
    void givingUpASeatAndSendingToManyCanBeUndone() {
        var olena = Cast.registers(world.somebody("bg"), Walks.OTHER, "bg");
        Cast.givesUp(olena, Walks.OTHER).taps("Върни ме");
        assertThat(olena.screen().words()).contains("Записани сте");

        var maria = Cast.announces(world.owner("bg"), "1 2 3", "page:forums:1", "in:forum:" + Walks.OTHER, "go");
        assertThat(maria.taps("Отмени").screen().words()).contains("Спрях го");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bg", "en"})
    void whatIsKnownIsNotAsked(String language) {
        var olena = Cast.registers(world.somebody(language), Walks.USUAL, language);
        olena.says("/register " + Walks.OTHER);

        assertThat(olena.screen().question()).contains("register.confirm");
        assertThat(olena.screen().words()).contains(Cast.NAMES.get(language));
        olena.presses("register.confirm=yes").says("/forget").says("/cancel").says("/register " + Walks.SOON);
        assertThat(olena.screen().question()).contains("register.confirm");
    }

    @ParameterizedTest
    @CsvSource({
        "name, Мария Тест, Мария Тест",
        "organisation, Фондация Тест, Фондация Тест",
        "municipality, Свиленград, Община: Свиленград",
        "group, Институция, Група: Институция"
    })
    void eachLineOfTheSummaryCanBeChanged(String line, String said, String shown) {
        var olena = Cast.registers(world.somebody("bg"), Walks.USUAL, "bg");
        olena.says("/register " + Walks.OTHER).taps("Промени").presses("register.what=" + line);
        olena.says(said);

        assertThat(olena.screen().question()).contains("register.confirm");
        assertThat(olena.screen().words()).contains(shown);
        olena.presses("register.confirm=yes").says("/change " + Walks.OTHER);
        assertThat(olena.screen().words()).contains(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "bg, четвъртък; 25 февруари 2027; 09:00–16:30; българско време; Заседателна зала; ще ви напомня",
        "en, Thursday; 25 February 2027; 09:00–16:30; Bulgarian time; Meeting hall; I will remind you"
    })
    void successSaysAllThatIsNeeded(String language, String facts) {
        var screen =
                Cast.registers(world.somebody(language), Walks.USUAL, language).screen();
        var done = screen.texts().get(0);
        assertThat(done.text()).contains(facts.split("; "));
        assertThat(done.copy()).isNotNull();
        assertThat(done.moments()).isNotEmpty();
        assertThat(screen.offers("/my")).isTrue();
        assertThat(screen.arrivals())
                .extracting(Phone.Arrival::content)
                .hasAtLeastOneElementOfType(Content.Document.class)
                .hasAtLeastOneElementOfType(Content.Place.class);
    }

    @ParameterizedTest
    @CsvSource({"bg, en", "en, bg"})
    void anotherLanguageIsTwoTapsAway(String language, String other) {
        var olena = world.somebody(language).says("/menu");
        olena.taps(word("settings.button", language)).taps(word("language.other", language));
        assertThat(olena.standing().language().getLanguage()).isEqualTo(other);

        olena.says("/menu");
        assertThat(olena.screen().words()).contains(word("menu.what", other));
    }

    private static String word(String key, String language) {
        return world.words.say(Phrase.phrase(key), Locale.forLanguageTag(language));
    }

    @ParameterizedTest
    @CsvSource({
        "register.name, 123, Мария Иванова, име и фамилия",
        "register.organisation, '!!', Фондация Мост, например",
        "register.municipality, Марс, хаскво, например",
        "register.group, фирма, нпо, например"
    })
    void aMistakeIsNamedAndTheRestKept(String question, String wrong, String right, String named) {
        var olena = world.somebody("bg").says("/register " + Walks.USUAL).presses("register.consent=yes");
        while (!olena.screen().question().equals(java.util.Optional.of(question))) {
            var answers = olena.screen().buttons().stream()
                    .filter(button -> button.pick().contains("="))
                    .toList();
            if (answers.isEmpty()) {
                olena.says("Тест");
            } else {
                olena.presses(answers.get(0));
            }
        }
        olena.says(wrong);
        assertThat(olena.screen().question()).contains(question);
        assertThat(olena.screen().words()).contains(named);
        int answered = olena.standing().answers();
        olena.says(right);
        assertThat(olena.standing().answers()).isEqualTo(answered + 1);
    }

    @Test
    void tappingTwiceIsTappingOnce() {
        var maria = world.owner("bg");
        var olena = Cast.registers(world.somebody("bg"), Walks.USUAL, "bg");
        var before = numbers(maria);
        olena.says("/register " + Walks.OTHER);
        olena.tapsTwice("register.confirm=yes");
        assertThat(numbers(maria)).isEqualTo(before + 1);

        olena.says("/unregister " + Walks.OTHER);
        olena.tapsTwice("unregister.sure=yes");
        assertThat(numbers(maria)).isEqualTo(before);
    }

    /** How many are registered for the other forum. */
    private static int numbers(Visitor owner) {
        var line = owner.says("/forum_numbers").screen().texts().stream()
                .flatMap(text -> text.text().lines())
                .filter(each -> each.contains("Харманли"))
                .findFirst()
                .orElseThrow();
        return Integer.parseInt(line.replaceFirst(".*: (\\d+) .*", "$1"));
    }

    @Test
    void stopHoldsAtOnce() {
        var maria = world.owner("bg");
        var olena = Cast.registers(world.somebody("bg"), Walks.SOON, "bg");
        var ivan = Cast.registers(world.somebody("bg"), Walks.SOON, "bg");
        Cast.announces(maria, "30 31 32", "in:forum:" + Walks.SOON, "go");
        olena.says("стоп");
        assertThat(olena.screen().offers("/news on")).isTrue();
        olena.forgetsWhatItSaw();
        ivan.forgetsWhatItSaw();

        world.passes(Duration.ofSeconds(11));
        world.waitUntil(() -> ivan.looks().screen().words().contains("# # #"));
        world.waitUntil(() -> maria.says("/announcements").screen().words().contains("доставени"));
        assertThat(olena.looks().screen().arrivals()).isEmpty();
    }
}
