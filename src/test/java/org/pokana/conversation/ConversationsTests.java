package org.pokana.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.conversation.Questions.choice;
import static org.pokana.conversation.Questions.text;
import static org.pokana.kernel.Phrase.verbatim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.Stage;
import org.pokana.contact.Contact;
import org.pokana.contact.Role;
import org.pokana.kernel.Choice;
import org.pokana.messaging.Incoming;
import org.pokana.messaging.Incoming.Kind;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

class ConversationsTests {

    private final List<String> booked = new ArrayList<>();
    private final Stage stage = new Stage(
            props -> List.of(new Booking(), new Weather(), new Secret(), new Broken(), new Consenting(), new Agreed()));
    private final Stage.Person olena = stage.person("olena");

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void greetsInTheClientsLanguageAndOffersTheOther() {
        olena.receives(Incoming.said("u1", olena.address, "/start", Locale.ENGLISH, stage.clock.instant()));

        assertThat(olena.reads()).contains("I am Pokana", "На български?");
        assertThat(olena.contact().language()).isEqualTo(Locale.ENGLISH);
    }

    /** A crash came after the answer and before it was noted that all is heard; then it takes half a minute. */
    @Test
    void answersOnceWhatIsHeardAgainAlthoughMuchWasSaidSince() {
        var first = Incoming.said("u1", olena.address, "/weather", Locale.ENGLISH, stage.clock.instant());
        olena.receives(first);
        for (int i = 0; i < 80; i++) {
            olena.says("/weather");
        }
        stage.store.mongo().remove(Query.query(Criteria.where("_id").is("u1")), "inbox");
        olena.receives(first);

        assertThat(olena.texts())
                .filteredOn(text -> text.contains("weather.sunny"))
                .hasSize(81);
    }

    @Test
    void holdsAFormToItsEnd() {
        olena.says("/booking");
        assertThat(olena.reads()).contains("booking.room");
        olena.taps("Голяма");
        assertThat(olena.reads()).contains("booking.name");
        olena.says("Олена");

        assertThat(booked).containsExactly("big Олена");
    }

    @Test
    void understandsATypedLabelItsNumberAndLatinLetters() {
        olena.says("/booking").says("golqma");
        assertThat(olena.reads()).contains("booking.name");
        olena.says("/cancel").says("/booking").says("2");
        olena.says("Олена");

        assertThat(booked).containsExactly("small Олена");
    }

    @Test
    void takesAPlainYesOrNoForTheButton() {
        olena.says("/consenting").says("съгласна съм");
        assertThat(olena.reads()).contains("booking.done");

        olena.says("/consenting").says("ne");
        assertThat(olena.reads()).contains("weather.sunny");
    }

    @Test
    void hearsATwoFingeredTapOnce() {
        olena.says("/booking").receives(tap("u1", "booking.room=big"), tap("u2", "booking.room=big"));
        assertThat(olena.reads()).contains("booking.name").doesNotContain("вече не е актуален");
        olena.says("Олена");

        assertThat(booked).containsExactly("big Олена");
    }

    @Test
    void hearsTheSameButtonAgainWhenSomethingWasSaidBetweenOrTimeWentBy() {
        olena.says("/booking").receives(tap("u1", "booking.room=big"));
        stage.clock.advance(Duration.ofSeconds(3));
        olena.receives(tap("u2", "booking.room=big"));
        assertThat(olena.reads()).contains("вече не е актуален");

        olena.receives(tap("u3", "/booking"), tap("u4", "/help"), tap("u5", "/booking"));
        assertThat(olena.reads()).containsSubsequence("booking.room", "booking.room");
    }

    private Incoming tap(String id, String pick) {
        return Incoming.pressed(id, olena.address, pick, "message 7", Locale.ENGLISH, stage.clock.instant());
    }

    @Test
    void goesBackAStep() {
        olena.says("/booking").taps("Голяма").taps("Назад");
        olena.taps("Малка").says("Олена");

        assertThat(booked).containsExactly("small Олена");
    }

    @Test
    void asksTheSameAgainInALoopAndGoesBackThroughIt() {
        try (var other = new Stage(props -> List.of(new ManyRooms()))) {
            var ivan = other.person("ivan");
            ivan.says("/booking")
                    .says("Олена")
                    .taps("Още")
                    .says("Ivan")
                    .taps("Още")
                    .says("Мария");
            ivan.taps("Назад").says("Марта").taps("Стига");

            assertThat(booked).containsExactly("Олена", "Ivan", "Марта");
        }
    }

    @Test
    void answersAQuestionInBetweenAndThenAsksAgain() {
        olena.says("/booking").taps("Голяма");
        olena.reads();
        olena.says("какво ще е времето?");
        assertThat(olena.reads()).containsSubsequence("weather.sunny", "booking.name");
        olena.says("Олена");

        assertThat(booked).containsExactly("big Олена");
    }

    @Test
    void keepsTheDraftWhenThePersonLooksAtSomethingElse() {
        olena.says("/booking").taps("Голяма").says("меню");
        assertThat(olena.reads()).contains("Имате незавършено: booking.title");
        olena.taps("Продължи").says("Олена");

        assertThat(booked).containsExactly("big Олена");
    }

    @Test
    void changesTheLanguageInTheMiddleOfAForm() {
        olena.says("/booking");
        olena.reads();
        olena.says("English");

        assertThat(olena.reads()).containsSubsequence("from here on I write in English", "booking.room");
        assertThat(stage.messaging.channel.carried)
                .last()
                .satisfies(carried -> assertThat(carried.content().toString()).contains("Stop this"));
    }

    @Test
    void answersAnOldButtonWithTheCurrentTruth() {
        olena.says("/booking").taps("Голяма");
        olena.reads();
        olena.presses("booking.room=small");
        assertThat(olena.reads()).containsSubsequence("не е актуален", "booking.name");
        olena.says("Олена");

        assertThat(booked).containsExactly("big Олена");
    }

    @Test
    void doesNotTakeTheFirstWordsAfterADayForAnAnswer() {
        olena.says("/booking").taps("Голяма");
        olena.reads();
        stage.clock.advance(Duration.ofHours(25));
        olena.says("Добър ден");
        assertThat(olena.reads()).contains("Имате незавършено");
        assertThat(booked).isEmpty();

        olena.taps("Продължи").says("Олена");
        assertThat(booked).containsExactly("big Олена");
    }

    @Test
    void hearsOnceWhatComesTwice() {
        var update = Incoming.said("u7", olena.address, "/booking", Locale.ENGLISH, stage.clock.instant());
        olena.receives(update);
        int said = olena.texts().size();
        olena.receives(update);

        assertThat(olena.texts()).hasSize(said);
    }

    @Test
    void remembersWhatWasHeardForNoLongerThanItNeedsTo() {
        for (int i = 0; i < 40; i++) {
            olena.says("/weather");
            stage.clock.advance(Duration.ofSeconds(10));
        }
        var kept = stage.store.mongo().findAll(Conversation.class).get(0).heardLately();

        assertThat(kept).hasSize(20);
    }

    @Test
    void saysWhatWasDecidedBeforeACrash() {
        olena.says("/booking");
        var before = stage.store.mongo().findAll(Conversation.class).get(0);
        stage.store.mongo().remove(new Query(), "outbox");
        var decided = new Conversation(
                before.id(),
                before.contact(),
                before.version(),
                before.talks(),
                before.shown(),
                List.of(new Conversation.Heard("u-crash", null, before.at())),
                0,
                List.of(org.pokana.messaging.Post.of(
                        "reply:x",
                        olena.contact().id(),
                        olena.address,
                        org.pokana.messaging.Lane.REPLY,
                        org.pokana.messaging.Content.text("решено преди срива"),
                        "c",
                        stage.clock.instant())),
                before.at());
        stage.store.mongo().save(decided);

        olena.receives(Incoming.said("u-crash", olena.address, "нещо", Locale.ENGLISH, stage.clock.instant()));

        assertThat(olena.texts()).last().isEqualTo("решено преди срива");
        assertThat(olena.texts()).filteredOn("решено преди срива"::equals).hasSize(1);
    }

    @Test
    void refusesWhatOnlyOrganizersMay() {
        olena.says("/secret");
        assertThat(olena.reads()).contains("само организаторите").doesNotContain("secret.told");

        stage.contacts.grant(olena.contact().id(), Role.ORGANIZER);
        olena.says("/secret");
        assertThat(olena.reads()).contains("secret.told");
    }

    @Test
    void saysSorryWhenAFlowBreaksAndGoesOn() {
        olena.says("/booking").taps("Голяма");
        olena.reads();
        olena.says("/broken");
        assertThat(olena.reads()).contains("Нещо се обърка");
        olena.taps("Меню");
        olena.taps("Продължи").says("Олена");

        assertThat(booked).containsExactly("big Олена");
    }

    @Test
    void neverSaysTheSameThingTwiceWhenItDoesNotUnderstand() {
        olena.says("/start");
        olena.reads();
        var first = olena.says("бла бла").reads();
        var second = olena.says("бла бла").reads();
        var third = olena.says("бла бла").reads();

        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
    }

    @Test
    void answersEmojiStickersUnknownCommandsAndForgedButtons() {
        for (String odd : List.of("🙂", "/nosuch", "   ", "‮\u0000")) {
            assertThat(olena.says(odd).reads()).as(odd).isNotBlank();
        }
        assertThat(olena.presses("forged=1").reads()).contains("не е актуален");
        assertThat(olena.presses("/secret 1").reads()).contains("само организаторите");
        assertThat(olena.receives(new Incoming(
                                "u-s", olena.address, Kind.SHOWED, "", null, null, null, stage.clock.instant()))
                        .reads())
                .contains("чета само текст");
    }

    @Test
    void stopsAnnouncementsOnOneWord() {
        olena.says("стоп");
        assertThat(olena.reads()).contains("повече няма да получавате");
        assertThat(olena.contact().announcementsOff()).isTrue();

        olena.taps("Включи съобщенията");
        assertThat(olena.contact().announcementsOff()).isFalse();
    }

    @Test
    void notesWhoBlockedUsAndWhoCameBack() {
        olena.says("/start");
        olena.receives(new Incoming("b1", olena.address, Kind.BLOCKED_US, "", null, null, null, stage.clock.instant()));
        assertThat(olena.contact().address()).isEmpty();

        olena.says("/menu");
        assertThat(olena.contact().address()).isPresent();
    }

    @Test
    void losesNothingWhenTheConversationChangesMeanwhile() {
        olena.says("/booking");
        stage.store.mongo().updateMulti(new Query(), new Update().inc("version", 1), Conversation.class);
        olena.taps("Голяма").says("Олена");

        assertThat(booked).containsExactly("big Олена");
    }

    /** Two questions and an act. */
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

    /** The same two questions again and again. */
    private final class ManyRooms implements Flow {

        @Override
        public String name() {
            return "booking";
        }

        @Override
        public Ending hold(Talk talk) {
            var names = new ArrayList<String>();
            do {
                names.add(talk.ask(text("name", 40)));
            } while (talk.ask(choice(
                            "room",
                            List.of(new Choice("more", verbatim("Още")), new Choice("done", verbatim("Стига")))))
                    .equals("more"));
            booked.addAll(names);
            return talk.end("done");
        }
    }

    private static final class Weather implements Listener {

        @Override
        public String name() {
            return "weather";
        }

        @Override
        public boolean aside() {
            return true;
        }

        @Override
        public boolean understands(Contact person, String text) {
            return text.contains("времето");
        }

        @Override
        public Ending hold(Talk talk) {
            return talk.end("sunny");
        }
    }

    private static final class Secret implements Flow {

        @Override
        public String name() {
            return "secret";
        }

        @Override
        public Optional<Role> needs() {
            return Optional.of(Role.ORGANIZER);
        }

        @Override
        public Ending hold(Talk talk) {
            return talk.end("told");
        }
    }

    private static final class Consenting implements Flow {

        @Override
        public String name() {
            return "consenting";
        }

        @Override
        public Ending hold(Talk talk) {
            return talk.goOnWith(talk.ask(Questions.yesNo("consenting", "sure")) ? "agreed" : "weather");
        }
    }

    private static final class Agreed implements Flow {

        @Override
        public String name() {
            return "agreed";
        }

        @Override
        public Ending hold(Talk talk) {
            return talk.end(org.pokana.kernel.Line.of(org.pokana.kernel.Phrase.phrase("booking.done")));
        }
    }

    private static final class Broken implements Flow {

        @Override
        public String name() {
            return "broken";
        }

        @Override
        public Ending hold(Talk talk) {
            throw new IllegalStateException("on purpose");
        }
    }
}
