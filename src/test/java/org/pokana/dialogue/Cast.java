package org.pokana.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pokana.kernel.Choice.Tone;
import org.pokana.messaging.Content.Button;

/** Brings people into the situations that a walk begins in, by what they would say and press themselves. */
final class Cast {

    static final Map<String, String> NAMES = Map.of("bg", "Олена Ковал", "en", "Olena Koval");
    private static final int MOST_QUESTIONS = 20;

    private Cast() {}

    /** Whoever they are so far, and however many questions it takes. */
    static Visitor registers(Visitor person, String forum, String language) {
        return registersAs(NAMES.get(language), person, forum);
    }

    static Visitor registersAs(String name, Visitor person, String forum) {
        return fills(name, person.says("/register " + forum), forum);
    }

    private static Visitor fills(String name, Visitor person, String forum) {
        return answers(person, name, Set.of("yes", "ngo", forum.replaceFirst("-20.*", "")));
    }

    /** Takes the seat that somebody else has just made a link for. */
    static Visitor takesOver(Visitor person, Visitor giver, String forum, String language) {
        return fills(NAMES.get(language), person.says("/start " + linked(giver, "seat")), forum);
    }

    /** What a link on the screen begins the talk with. */
    static String linked(Visitor shown, String kind) {
        return shown.screen().texts().get(0).text().replaceFirst("(?s).*start=(" + kind + "-\\w+).*", "$1");
    }

    static Visitor givesUp(Visitor person, String forum) {
        person.says("/unregister " + forum);
        return answers(person, "", Set.of("yes"));
    }

    /** @param choices what is chosen wherever it is offered */
    static Visitor announces(Visitor owner, String words, String... choices) {
        return announces(owner, Step.saying(words), choices);
    }

    /** @param said the words, or a photo with words under it */
    static Visitor announces(Visitor owner, Step said, String... choices) {
        var chosen = new ArrayList<>(List.of(choices));
        owner.says("/announce");
        for (int i = 0; i < MOST_QUESTIONS && owner.screen().asks(); i++) {
            var next = choice(owner.screen(), chosen);
            if (next != null) {
                chosen.remove(answer(next));
                owner.presses(next);
            } else if (!presses(owner, Set.of("skip", "done", "now"))) {
                owner.does(said);
            }
        }
        return owner;
    }

    private static Button choice(Screen screen, List<String> chosen) {
        return chosen.stream()
                .limit(1)
                .flatMap(wanted -> screen.buttons().stream()
                        .filter(button -> answer(button).equals(wanted)))
                .findFirst()
                .orElse(null);
    }

    /** Chooses what is to be chosen, else what is recommended, else writes. */
    static Visitor answers(Visitor person, String words, Set<String> choices) {
        for (int i = 0; i < MOST_QUESTIONS && person.screen().asks(); i++) {
            if (!presses(person, choices)) {
                person.says(words);
            }
        }
        if (person.screen().asks()) {
            throw new IllegalStateException(
                    "it asks and asks: " + person.screen().words());
        }
        return person;
    }

    private static boolean presses(Visitor person, Set<String> choices) {
        var found = person.screen().buttons().stream()
                .filter(button -> choices.contains(answer(button)))
                .reduce((earlier, later) -> later.tone() == Tone.GOOD ? later : earlier);
        found.ifPresent(person::presses);
        return found.isPresent();
    }

    private static String answer(Button button) {
        return button.pick().replaceFirst("^[^=]*=", "");
    }
}
