package org.pokana.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.Stage;
import org.pokana.contact.Consent;
import org.pokana.contact.Profile;
import org.pokana.contact.Responsible;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Questions;
import org.pokana.conversation.StageTalks;
import org.pokana.conversation.Talk;
import org.pokana.messaging.Content;
import org.pokana.messaging.Transcript;

/** The whole way of a person who asks to be forgotten, through inbox, conversation and outbox. */
class ForgottenTests {

    private static final String MARKER = "olena-7f3a";
    private static final PrivacySettings NINETY_DAYS = new PrivacySettings(90);

    private Erasures erasures;
    private Retention retention;
    private final Stage stage = new Stage(this::flows, Erasure.class);
    private final Stage.Person olena = stage.person(MARKER);
    private final Stage.Person ivan = stage.person("ivan");

    private List<Flow> flows(Stage.Props props) {
        var said = new Transcript(props.store());
        var talks = StageTalks.kept(props);
        erasures = new Erasures(props.store(), props.contacts(), List.of(said, talks), props.clock());
        retention = new Retention(List.of(said, talks), NINETY_DAYS, props.clock());
        var memories = new Memories(List.of(said, talks, new Known(props.contacts())), props.words());
        return List.of(
                new Privacy(new Responsible("РСО „Марица“", null), NINETY_DAYS),
                new MyData(memories, NINETY_DAYS),
                new Forget(erasures, props.words()),
                new Unfinished());
    }

    @AfterEach
    void closeStage() {
        stage.close();
    }

    @Test
    void nothingIsLeftAndTheLastWordWasHeard() {
        everythingIsKnownOf(olena);
        everythingIsKnownOf(ivan);
        var id = olena.contact().key();
        assertThat(traces(MARKER)).contains("contacts", "inbox", "outbox", "conversations");

        olena.says("моите данни").taps("Свали");
        assertThat(olena.messages()).anySatisfy(content -> assertThat(content)
                .isInstanceOfSatisfying(Content.Document.class, file -> assertThat(new String(file.bytes()))
                        .contains("Заедно " + MARKER, "недовършено " + MARKER)));
        olena.says("изтрий данните ми").taps("Да, изтрий");
        assertThat(olena.reads()).contains("Ако ми пишете пак, започваме отначало.");

        erasures.carryOut();
        assertThat(olena.reads()).as("the farewell was said before").isEmpty();
        assertThat(stage.contacts.at(olena.address)).isEmpty();

        stage.clock.advance(Duration.ofMinutes(1));
        erasures.carryOut();
        assertThat(Traces.of(MARKER, stage.store.mongo())).isEmpty();
        assertThat(Traces.of(id, stage.store.mongo())).isEmpty();
        assertThat(traces("ivan")).contains("contacts", "inbox", "outbox", "conversations");
    }

    @Test
    void whoeverComesBackStartsAnew() {
        everythingIsKnownOf(olena);
        olena.says("изтрий данните ми").taps("Да, изтрий");
        erasures.carryOut();

        olena.says("/start");

        assertThat(olena.reads()).contains("Здравейте!");
        assertThat(olena.contact().profile()).isEqualTo(Profile.UNKNOWN);
        assertThat(olena.contact().consents()).isEmpty();
    }

    @Test
    void aYesIsNotEnoughAndANoKeepsEverything() {
        olena.says("/forget");
        olena.reads();
        olena.says("да");
        assertThat(olena.reads())
                .contains("Натиснете или напишете", "„Да, изтрий всичко“")
                .doesNotContain("Готово");

        olena.says("не");
        assertThat(olena.reads()).contains("Нищо не е изтрито");
        assertThat(stage.store.mongo().findAll(Erasure.class)).isEmpty();
    }

    @Test
    void whoeverTurnsToSomethingElseHearsNoMoreOfIt() {
        olena.says("/forget").says("меню");
        assertThat(olena.reads()).doesNotContain("Имате незавършено");

        olena.taps("Да, изтрий всичко");
        assertThat(olena.reads()).contains("не е актуален");
        assertThat(stage.store.mongo().findAll(Erasure.class)).isEmpty();
    }

    @Test
    void anotherFormIsStillThereAfterwards() {
        olena.says("/unfinished").says("/forget").says("меню");

        assertThat(olena.reads()).contains("Имате незавършено: unfinished.title");
    }

    @Test
    void anUnfinishedFormSurvivesALookAtOnesData() {
        olena.says("/unfinished").says("недовършено").says("/privacy");
        assertThat(olena.reads()).contains("РСО „Марица“").contains("unfinished.two");
    }

    @Test
    void whatWasSaidGoesByItselfInTime() {
        olena.says("едно").says("/start");
        stage.clock.advance(Duration.ofDays(90));
        ivan.says("две");
        retention.sweep();
        assertThat(traces(MARKER)).as("said 90 days ago, not longer").contains("inbox", "outbox");
        var id = olena.contact().key();
        assertThat(traces(id)).contains("conversations");

        stage.clock.advance(Duration.ofSeconds(1));
        retention.sweep();

        assertThat(traces(MARKER)).containsExactly("contacts");
        assertThat(traces(id)).containsExactly("contacts");
        assertThat(traces("ivan")).contains("contacts", "inbox", "outbox");
    }

    private void everythingIsKnownOf(Stage.Person person) {
        var marker = person.address.id();
        person.says("Казвам се " + marker).says("/unfinished").says("недовършено " + marker);
        var id = person.contact().id();
        stage.contacts.learn(id, new Profile(marker, marker, "Заедно " + marker, marker));
        stage.contacts.consents(id, new Consent("registration", 1, marker, "bg", marker, stage.clock.instant()));
        stage.contacts.grant(id, Role.VIEWER);
        person.reads();
    }

    private Set<String> traces(String marker) {
        return Traces.of(marker, stage.store.mongo()).stream()
                .map(trace -> trace.replaceFirst(":.*", ""))
                .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
    }

    /** A form whose first answer is given and whose second never is. */
    private static final class Unfinished implements Flow {

        @Override
        public String name() {
            return "unfinished";
        }

        @Override
        public Ending hold(Talk talk) {
            talk.ask(Questions.text("one", 100));
            talk.ask(Questions.text("two", 100));
            return talk.end();
        }
    }
}
