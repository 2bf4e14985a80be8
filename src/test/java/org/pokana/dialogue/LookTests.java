package org.pokana.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pokana.dialogue.Breaches.Breach;
import org.pokana.dialogue.Phone.Arrival;
import org.pokana.kernel.Choice.Tone;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Content.Text;
import org.pokana.messaging.Lane;

/** The control of {@link DialogueRules}: of screens that break a rule each is seen to break that one. */
class LookTests {

    private static final Button HOME = new Button("/menu", "Меню", Tone.AWAY);

    private final Persona olena = new Persona("olena", "bg", () -> {
        throw new IllegalStateException("nobody comes");
    });

    @Test
    void seesNothingWrongWithAGoodScreen() {
        assertThat(rules("Добре дошли.", new Button("/forums", "Форуми", Tone.PLAIN), HOME))
                .isEmpty();
    }

    @Test
    void seesADeadEnd() {
        assertThat(rules("Край.")).contains(5, 6);
    }

    @Test
    void seesThatNothingLeadsHome() {
        assertThat(rules("Готово.", new Button("/my", "Моите записвания", Tone.PLAIN)))
                .containsExactly(6);
    }

    @Test
    void seesTooMuchToRead() {
        assertThat(rules("дума ".repeat(200), HOME)).containsExactly(12);
        assertThat(rules("Записани сте за „{0}“.", HOME)).containsExactly(12);
    }

    @Test
    void seesLabelsThatSayLittle() {
        assertThat(rules("Избери.", new Button("/my", "☰ Моите", Tone.PLAIN), HOME))
                .containsExactly(14);
        assertThat(rules("Избери.", new Button("/my", "Моите записвания за всички форуми", Tone.PLAIN), HOME))
                .containsExactly(14);
        assertThat(rules(
                        "Избери.",
                        new Button("/place 1", "Място", Tone.PLAIN),
                        new Button("/place 2", "Място", Tone.PLAIN),
                        HOME))
                .containsExactly(14);
    }

    @Test
    void seesTooManyChoices() {
        var nine = IntStream.rangeClosed(1, 9)
                .mapToObj(number -> new Button("/forum " + number, "Форум " + number, Tone.PLAIN));
        assertThat(rules("Избери.", Stream.concat(nine, Stream.of(HOME)).toArray(Button[]::new)))
                .containsExactly(15);
    }

    @Test
    void seesEmojiThatDecorate() {
        assertThat(rules("Кога 🗓 и къде 📍", HOME)).containsOnly(16);
    }

    @Test
    void seesThatTheDangerousChoiceComesFirst() {
        assertThat(rules(
                        "Да изтрия ли всичко?",
                        new Button("forget.sure=yes", "Да, изтрий", Tone.DANGER),
                        new Button("forget.sure=no", "Не", Tone.PLAIN),
                        HOME))
                .containsExactly(17);
    }

    @Test
    void seesAnotherLanguage() {
        assertThat(rules("Press the button.", HOME)).contains(24);
    }

    private List<Integer> rules(String text, Button... buttons) {
        var shown = new Text(text, List.of(buttons), false, List.of(), null);
        var screen = new Screen(List.of(new Arrival("1", shown, Lane.REPLY, false)), Optional.empty());
        var stop = new Stop(olena, List.of(Step.saying("/forums")), screen, screen, List.of());
        return Look.at(stop).stream().map(Breach::rule).distinct().toList();
    }
}
