package org.pokana.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.Stage;
import org.pokana.Stage.Person;
import org.pokana.Stage.Props;
import org.pokana.contact.Role;
import org.pokana.conversation.Flow;
import org.pokana.forum.ForumFlows;
import org.pokana.forum.Forums;
import org.pokana.forum.Notices;
import org.pokana.forum.Registrations;
import org.pokana.forum.TestForums;
import org.pokana.kernel.Choice;
import org.pokana.kernel.ContactId;
import org.pokana.needs.Need.Access;
import org.pokana.privacy.Traces;

/** What people say they need at a forum, and what the organizers see of it. */
class NeedsTests {

    private final Stage stage = new Stage(
            NeedsTests::flows,
            Stream.concat(Stream.of(ForumFlows.documents()), Stream.of(Need.class))
                    .toArray(Class<?>[]::new));
    private final Forums forums = new Forums(stage.store.mongo(), stage.clock);
    private final Needs needs = new Needs(stage.store.mongo(), forums, stage.clock);
    private final Person olena = stage.person("olena");
    private final Person maria = stage.person("maria");

    private static List<Flow> flows(Props props) {
        var forums = new Forums(props.store(), props.clock());
        var notices = new Notices(props.outbox(), props.contacts(), props.words(), props.clock());
        var registrations = new Registrations(props.store(), forums, notices, props.clock());
        var needs = new Needs(props.store(), forums, props.clock());
        var telling = new Telling(props.contacts(), props.outbox(), props.words(), props.clock());
        var all = new ArrayList<>(
                ForumFlows.all(props.store(), props.contacts(), props.outbox(), props.words(), props.clock()));
        all.add(new SayNeeds(forums, registrations, needs, telling, props.clock()));
        all.add(new ShowNeeds(forums, registrations, needs, props.clock()));
        return all;
    }

    @BeforeEach
    void olenaIsRegistered() {
        forums.add(TestForums.haskovo(40));
        maria.says("здравей");
        stage.contacts.grant(maria.contact().id(), Role.ORGANIZER);
        olena.says("/register haskovo")
                .taps("Давам съгласие")
                .taps("НПО")
                .taps("Хасково")
                .says("Сдружение „Мост“")
                .says("Олена Ковал")
                .taps("Запиши ме");
        olena.reads();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void areSaidRightAfterRegisteringAndSeenByTheOrganizers() {
        olena.taps("Нужди");
        assertThat(olena.reads()).contains("Какво да подготвим за вас на „Форум Хасково“?", "без здравни данни");
        olena.taps("Преводач")
                .taps("Място за количка")
                .taps("✓ Преводач")
                .taps("Друго")
                .says("храна без месо");
        assertThat(olena.reads()).contains("Друго: „храна без месо“.");
        olena.taps("Готово");
        assertThat(olena.reads()).contains("✅ Записах какво да се подготви");

        stage.messaging.sendDueBulk();
        maria.reads();
        assertThat(stage.messaging.channel.texts(maria.address))
                .last()
                .asString()
                .contains("№ 1 за 25.02 Хасково")
                .doesNotContain("храна"); // it is looked up, and not copied into chats
        maria.taps("Нужди на участници");
        assertThat(maria.reads())
                .contains("Колички: 1, преводач: 0, слух: 0", "• № 1: Място за количка, „храна без месо“");
    }

    @Test
    void canBeChangedAndTakenBackAndTellNobodyTwice() {
        olena.says("нужди").taps("Преводач").taps("Готово");
        olena.says("нужди").taps("Готово");
        stage.messaging.sendDueBulk();
        assertThat(stage.messaging.channel.texts(maria.address))
                .filteredOn(text -> text.contains("посочи"))
                .hasSize(1);
        olena.says("нужди").taps("✓ Преводач").taps("Готово");
        assertThat(olena.reads()).contains("няма нищо особено за подготвяне");
        maria.says("/needs_list haskovo");
        assertThat(maria.reads()).contains("никой не е посочил нужди");
    }

    @Test
    void areOnlyForOrganizersToSeeAndForRegisteredToSay() {
        var ivan = stage.person("ivan");
        ivan.says("/needs haskovo").says("/needs_list haskovo");
        assertThat(ivan.reads())
                .contains("Нямате предстоящо записване")
                .contains("Това могат да правят само организаторите.");
    }

    @Test
    void waitForTheMorningBeforeTheyRing() {
        stage.clock.set(java.time.Instant.parse("2027-02-01T21:00:00Z"));
        olena.says("нужди").taps("Преводач").taps("Готово");
        stage.messaging.sendDueBulk();
        assertThat(stage.messaging.channel.texts(maria.address)).noneMatch(text -> text.contains("посочи"));
        stage.clock.set(java.time.Instant.parse("2027-02-02T06:00:00Z"));
        stage.messaging.sendDueBulk();
        assertThat(stage.messaging.channel.texts(maria.address)).anyMatch(text -> text.contains("посочи"));
    }

    @Test
    void goWithThePersonAndWithTime() {
        var who = olena.contact().id();
        needs.say("haskovo", who, List.of(Access.HEARING), "Олена-7f3a");
        assertThat(needs.of(who, List.of()).toString()).contains("hearing", "Олена-7f3a");
        assertThat(needs.fade(forums.find("haskovo").orElseThrow().ends())).isZero();
        assertThat(needs.fade(forums.find("haskovo").orElseThrow().ends().plusSeconds(1)))
                .isEqualTo(1);
        needs.say("haskovo", who, List.of(Access.HEARING), "Олена-7f3a");
        needs.forget(who, List.of());
        needs.forget(who, List.of());
        assertThat(Traces.of("Олена-7f3a", stage.store.mongo())).isEmpty();
    }

    @Test
    void standOnTheCardOfWhoeverHasASeat() {
        var registration = new Registrations(
                        stage.store.mongo(),
                        forums,
                        new Notices(stage.props.outbox(), stage.contacts, stage.props.words(), stage.clock),
                        stage.clock)
                .find("haskovo", new ContactId(olena.contact().key()))
                .orElseThrow();
        var forum = forums.find("haskovo").orElseThrow();
        assertThat(new NeedsOnTheCard(stage.clock).onCard(forum, registration))
                .extracting(Choice::pick)
                .containsExactly("/needs haskovo");
        assertThat(new NeedsOnTheCard(stage.clock).onCard(forum, null)).isEmpty();
    }

    @Test
    void warnOfAnotherForumAtTheSameTimeBeforeTheLastWord() {
        forums.add(TestForums.forum("harmanli", "Харманли", "Harmanli", LocalDateTime.parse("2027-02-25T15:00"), 40));
        forums.add(TestForums.forum(
                "svilengrad", "Свиленград", "Svilengrad", LocalDateTime.parse("2027-02-25T16:30"), 40));
        olena.says("/register harmanli");
        assertThat(olena.reads())
                .contains(
                        "❗ По същото време вече имате място на „Форум Хасково“ (четвъртък, 25 февруари 2027 г., 09:00")
                .contains("Да ви запиша ли така?");
        olena.says("/register svilengrad");
        assertThat(olena.reads()).doesNotContain("По същото време").contains("Да ви запиша ли така?");
    }
}
