package org.pokana.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.messaging.Content.Button;

/**
 * The rules that can be seen on a screen, on those that people see of each other's questions: on a walk of many who
 * meet the same question at once, each would find it in other hands.
 */
@Tag("dialogue")
class HelpdeskLooksTests {

    @TempDir
    Path folder;

    private final Breaches breaches = new Breaches();
    private World world;
    private String language = "bg";

    @ParameterizedTest
    @ValueSource(strings = {"bg", "en"})
    void keepsTheRulesWhilePeopleTalkWithEachOther(String spoken) {
        language = spoken;
        try (var opened = Walks.settled(folder)) {
            world = opened;
            var maria = world.owner(language).says("/start");
            var olena = Cast.registers(world.somebody(language), Walks.USUAL, language);
            asks(olena, maria);
            answers(olena, maria);
            handsOn(olena, maria);
            declines(olena, maria);
            setsDuties(maria);
        }
        assertThat(breaches.rules().stream()
                        .flatMap(rule -> breaches.of(rule).stream().map(breach -> rule + ": " + breach)))
                .isEmpty();
    }

    private void asks(Visitor olena, Visitor maria) {
        olena.says(language.equals("bg") ? "рецепта за мусака" : "a recipe for moussaka");
        look(olena);
        press(olena, "/person said-");
        see(maria, "/answer ");
        says(maria, "/questions");
        press(maria, "/questions ");
    }

    private void answers(Visitor olena, Visitor maria) {
        press(maria, "/handle take ");
        see(olena, "/question_end end");
        press(maria, "/answer ");
        says(maria, "1 2 3");
        see(olena, "/question_end thanks");
        press(olena, "/reply ");
        says(olena, "4 5 6");
        see(maria, "/handle finish");
        press(maria, "/answer ");
        says(maria, "7 8 9");
        see(olena, "/question_end thanks");
        press(olena, "/question_end thanks");
        see(maria, "/questions ");
        press(maria, "/questions ");
        press(maria, "/handle learn");
    }

    private void handsOn(Visitor olena, Visitor maria) {
        press(maria, "/forward " + asksPlainly(olena, maria, "112233"));
        says(maria, "xyz");
        maria.says(Cast.NAMES.get(language)); // several, whose names are in whatever language they are
        presses(maria, maria.screen().buttons().get(0).pick());
        see(olena, "/question_end end");
        press(maria, "/questions");
    }

    private void declines(Visitor olena, Visitor maria) {
        press(maria, "/decline " + asksPlainly(olena, maria, "445566"));
        presses(maria, "decline.why=elsewhere");
        see(olena, "/ask");
    }

    /** The number of the question whose card has come; cards of earlier ones may be brought up to date at any time. */
    private String asksPlainly(Visitor olena, Visitor maria, String text) {
        says(olena, "/person");
        says(olena, text);
        world.waitUntil(() -> answering(maria, text).isPresent());
        look(maria);
        return answering(maria, text).orElseThrow();
    }

    private static Optional<String> answering(Visitor maria, String text) {
        return maria.looks().screen().texts().stream()
                .filter(card -> card.text().contains(text))
                .flatMap(card -> card.buttons().stream())
                .map(Button::pick)
                .filter(pick -> pick.startsWith("/answer "))
                .map(pick -> pick.substring("/answer ".length()))
                .findFirst();
    }

    private void setsDuties(Visitor maria) {
        says(maria, "/duty");
        press(maria, "/duty registration");
        press(maria, "/duty registration on");
        press(maria, "/duty registration deputy");
        press(maria, "/duty registration off");
        says(maria, "/signature");
        says(maria, "1 2 3");
        says(maria, "/signature");
        presses(maria, "signature.name=nobody");
    }

    /** What comes because somebody else did something. */
    private void see(Visitor visitor, String pick) {
        world.waitUntil(() -> visitor.looks().screen().buttons().stream()
                .anyMatch(button -> button.pick().startsWith(pick)));
        look(visitor);
    }

    private void says(Visitor visitor, String words) {
        visitor.says(words);
        look(visitor);
    }

    /** The latest button with a pick that begins so. */
    private void press(Visitor visitor, String pick) {
        presses(visitor, visitor.latest(pick));
    }

    private void presses(Visitor visitor, String pick) {
        visitor.presses(pick);
        look(visitor);
    }

    private void look(Visitor visitor) {
        var who = new Persona(visitor.address.id(), language, () -> visitor);
        var way =
                List.of(Step.saying(visitor.screen().words().lines().findFirst().orElse("")));
        breaches.add(Look.at(new Stop(who, way, visitor.screen(), visitor.screen(), List.of())));
    }
}
