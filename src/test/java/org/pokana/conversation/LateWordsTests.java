package org.pokana.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.conversation.Questions.choice;
import static org.pokana.conversation.Questions.text;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pokana.Stage;
import org.pokana.Trials;
import org.pokana.kernel.Choice;

/** Words that overtook each other are taken as things stand when they come: nothing is lost, nobody is stuck. */
@Tag("faults")
class LateWordsTests {

    private static final List<String> TALK = List.of("/booking", "Голяма", "Олена", "/booking", "2", "Иван", "меню");

    private final List<String> booked = new ArrayList<>();

    @Test
    void answersEverythingInWhateverOrderItComesAndEndsWell() {
        for (int seed = 0; seed < Trials.of(30, 1000); seed++) {
            try (var stage = new Stage(props -> List.of(new Booking()))) {
                var olena = stage.person("olena");
                says(olena, new Random(seed));

                assertThat(stage.store
                                .mongo()
                                .getCollection("inbox")
                                .countDocuments(new Document("state", new Document("$ne", "DONE"))))
                        .isZero();
                booked.clear();
                olena.says("/cancel").says("/booking").taps("Голяма").says("Олена");
                assertThat(booked).containsExactly("big Олена");
            }
        }
    }

    /** Some words are a step late, some come twice; each is answered. */
    private static void says(Stage.Person olena, Random random) {
        for (int round = 0; round < 4; round++) {
            var words = new ArrayList<>(TALK);
            int window = 2 + random.nextInt(5);
            for (int from = 0; from < words.size(); from += window) {
                Collections.shuffle(words.subList(from, Math.min(words.size(), from + window)), random);
            }
            for (String each : words) {
                int before = olena.texts().size();
                olena.says(each);
                assertThat(olena.texts()).as("after '" + each + "' in " + words).hasSizeGreaterThan(before);
            }
        }
    }

    private final class Booking implements Flow {

        @Override
        public String name() {
            return "booking";
        }

        @Override
        public Ending hold(Talk talk) {
            var room = talk.ask(choice(
                    "room", List.of(new Choice("big", verbatim("Голяма")), new Choice("small", verbatim("Малка")))));
            var name = talk.ask(text("name", 40));
            booked.add(room + " " + name);
            return talk.end("done");
        }
    }
}
