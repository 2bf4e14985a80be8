package org.pokana.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pokana.Stage;
import org.pokana.Stage.Props;
import org.pokana.contact.Consent;
import org.pokana.contact.Contact;
import org.pokana.contact.Profile;
import org.pokana.contact.Responsible;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Listener;
import org.pokana.conversation.Questions;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Content;
import org.pokana.privacy.Traces;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class HelpdeskTests {

    private static final HelpdeskSettings SOFIA = new HelpdeskSettings(ZoneId.of("Europe/Sofia"));
    private static final String MESSAGE = "Кой ще посрещне групата от Свиленград? 0888 123 456";

    private final Stage stage = new Stage(props -> flows(props, null), LeftMessage.class);
    private final Stage.Person olena = stage.person("olena");
    private final Stage.Person maria = stage.person("maria");
    private final LeftMessages left = leftMessages(stage.props);
    private final KeptMessages kept = new KeptMessages(stage.props.store(), delivering(stage.props));

    private static List<Flow> flows(Props props, String contact) {
        return List.of(
                new WriteToOrganizers(new Responsible("РСО „Марица“", contact), leftMessages(props), props.ids()),
                new Curious(),
                new Form());
    }

    private static LeftMessages leftMessages(Props props) {
        return new LeftMessages(props.store(), delivering(props), props.ids(), props.clock());
    }

    private static Delivering delivering(Props props) {
        return new Delivering(props.contacts(), props.outbox(), props.words(), SOFIA, props.clock());
    }

    @BeforeEach
    void bothAreThere() {
        olena.says("меню");
        maria.says("меню");
        olena.reads();
        maria.reads();
    }

    @AfterEach
    void closeStage() {
        stage.close();
    }

    @Test
    void namesWhomTheOperatorNamed() {
        try (var other = new Stage(props -> flows(props, "office@example.org"), LeftMessage.class)) {
            assertThat(other.person("olena").says("човек").reads()).contains("РСО „Марица“", "office@example.org");
        }
    }

    @Test
    void bringsAMessageToThoseWhoOrganize() {
        mariaOrganizes();
        olena.says("човек");
        assertThat(olena.reads()).contains("Напишете съобщението си", "добавете телефон или имейл");
        olena.says(MESSAGE);
        assertThat(olena.reads()).contains("отива при организаторите, без име").doesNotContain("Любопитно");
        stage.messaging.sendDueBulk();

        assertThat(maria.reads()).contains("Участник, който не е казал името си, пише:", MESSAGE);
    }

    @Test
    void givesTheNameOnlyOfThoseWhoConsented() {
        mariaOrganizes();
        var id = olena.contact().id();
        stage.contacts.learn(id, new Profile("ngo", "haskovo", "Мост", "Олена Ковал"));
        olena.says("човек").says("Без съгласие");
        stage.contacts.consents(id, new Consent("registration", 1, "", "bg", "webchat", stage.clock.instant()));
        olena.says("човек").says("Със съгласие");
        assertThat(olena.reads()).contains("без име", "заедно с името ви");
        stage.messaging.sendDueBulk();

        assertThat(maria.reads())
                .contains("Участник, който не е казал името си, пише:\n\nБез съгласие")
                .contains("Олена Ковал (Мост) пише:\n\nСъс съгласие");
    }

    @Test
    void keepsAMessageUntilSomebodyOrganizes() {
        olena.says("човек").says(MESSAGE);
        assertThat(olena.reads()).contains("Засега в чата няма организатор");
        left.passOnWaiting();
        stage.messaging.sendDueBulk();
        assertThat(maria.reads()).isEmpty();

        mariaOrganizes();
        left.passOnWaiting();
        left.passOnWaiting();
        stage.messaging.sendDueBulk();
        assertThat(maria.texts()).filteredOn(text -> text.contains(MESSAGE)).hasSize(1);
    }

    @Test
    void wakesNobodyAtNight() {
        mariaOrganizes();
        stage.clock.advance(Duration.ofHours(12)); // 22:00 in Sofia
        olena.says("човек").says(MESSAGE);
        stage.messaging.sendDueBulk();
        assertThat(maria.reads()).isEmpty();

        stage.clock.advance(Duration.ofHours(10));
        stage.messaging.sendDueBulk();
        assertThat(maria.reads()).contains(MESSAGE);
    }

    @Test
    void goesOnWithTheFormInWhichSomebodyWasLookedFor() {
        olena.says("/unfinished");
        olena.reads();
        olena.says("човек").says(MESSAGE);

        assertThat(olena.reads()).containsSubsequence("Запазих съобщението ви", "unfinished.one");
    }

    @Test
    void takesAFewMessagesADayFromOnePerson() {
        for (int i = 1; i <= LeftMessages.MOST_A_DAY; i++) {
            olena.says("човек").says("съобщение " + i);
        }
        assertThat(olena.reads()).doesNotContain("Днес вече");
        olena.says("човек");
        assertThat(olena.reads()).contains("Днес вече пратихте 5 съобщения");

        stage.clock.advance(Duration.ofDays(1));
        olena.says("човек");
        assertThat(olena.reads()).contains("Напишете съобщението си");
    }

    @Test
    void leavesAMessageOnceThoughItIsRepeatedAndNeverLosesAnother() {
        var id = olena.contact().id();
        left.leave(id, "one", MESSAGE);
        left.leave(id, "one", MESSAGE);
        left.leave(id, "one", "Нещо друго");

        assertThat(stage.props.store().findAll(LeftMessage.class))
                .extracting(LeftMessage::text)
                .containsExactlyInAnyOrder(MESSAGE, "Нещо друго");
    }

    @Test
    void takesMessagesBackWhenTheirAuthorIsForgotten() {
        mariaOrganizes();
        olena.says("човек").says(MESSAGE);
        stage.messaging.sendDueBulk();
        var id = olena.contact().id();
        assertThat(kept.of(id, List.of()).toString()).contains(MESSAGE);
        assertThat(kept.of(maria.contact().id(), List.of())).isEmpty();

        kept.forget(id, List.of(olena.address));
        kept.forget(id, List.of(olena.address));

        assertThat(maria.reads()).contains("изтрито по желание на автора");
        assertThat(stage.messaging.channel.carried).last().satisfies(note -> {
            assertThat(note.edited()).isTrue();
            assertThat(note.to()).isEqualTo(maria.address);
        });
        assertThat(Traces.of("0888 123 456", stage.store.mongo())).allMatch(trace -> trace.startsWith("inbox"));
        assertThat(Traces.of(id.value(), stage.store.mongo()))
                .noneMatch(trace -> trace.contains(maria.contact().key()));
    }

    @Test
    void letsOldMessagesGo() {
        olena.says("човек").says(MESSAGE);
        assertThat(kept.fade(stage.clock.instant())).isZero();
        stage.clock.advance(Duration.ofDays(90));
        assertThat(kept.fade(stage.clock.instant())).isEqualTo(1);
    }

    @Test
    void saysAtTheStartThatPeopleHaveNobodyToTurnTo(CapturedOutput log) {
        new Unreachable(new Responsible(null, " ")).run(new DefaultApplicationArguments());
        assertThat(log).containsOnlyOnce("POKANA_CONTACT is not set");
    }

    @Test
    void saysNothingAtTheStartWhenSomebodyIsNamed(CapturedOutput log) {
        new Unreachable(new Responsible(null, "office@example.org")).run(new DefaultApplicationArguments());
        assertThat(log.toString()).doesNotContain("POKANA_CONTACT");
    }

    @Test
    void promisesNoPersonInTheGreeting() {
        olena.says("/start");
        assertThat(olena.reads()).contains("съобщение до екипа").doesNotContain("с човек се свързвате");
        assertThat(olena.messages()).last().isInstanceOf(Content.Text.class);
    }

    private void mariaOrganizes() {
        stage.contacts.grant(maria.contact().id(), Role.ORGANIZER);
    }

    private static final class Form implements Flow {

        @Override
        public String name() {
            return "unfinished";
        }

        @Override
        public Ending hold(Talk talk) {
            talk.ask(Questions.text("one", 100));
            return talk.end(Line.of(Phrase.verbatim("край")));
        }
    }

    /** Has an answer to every question. */
    private static final class Curious implements Listener {

        @Override
        public String name() {
            return "curious";
        }

        @Override
        public boolean understands(Contact person, String text) {
            return text.contains("?");
        }

        @Override
        public Ending hold(Talk talk) {
            return talk.end(Line.of(Phrase.verbatim("Любопитно")));
        }
    }
}
