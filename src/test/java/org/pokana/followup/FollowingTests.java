package org.pokana.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.followup.FollowUp.Occasion;
import org.pokana.followup.FollowUp.State;
import org.pokana.followup.Impression.Face;
import org.pokana.followup.Impression.Intent;
import org.pokana.followup.Impression.Outcome;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Message;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;

/** The forum in Haskovo is over at half past four on a Thursday. */
class FollowingTests {

    private final FollowUpStage stage = new FollowUpStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void asksOnlyThoseWhoCameTwoHoursAfterTheEnd() {
        stage.wasThere("olena");
        stage.registered("ivan");

        stage.ticksAt("2027-02-25T18:29");
        assertThat(stage.told()).isEmpty();
        stage.ticksAt("2027-02-25T18:30");
        assertThat(stage.told()).containsExactly("olena: Благодарим");
    }

    @Test
    void saysThatTheyWereMissedToTheOthersOnceNobodyCanBeNotedAnyMore() {
        stage.wasThere("olena");
        stage.registered("ivan");
        stage.registered("petar");
        stage.ticksAt("2027-02-25T18:30");
        stage.ticksAt("2027-02-26T10:00");
        assertThat(stage.told()).containsExactly("olena: Благодарим");

        stage.arrivals.checkIn("haskovo", new ContactId("petar"), new ContactId("maria")); // from a list on paper
        stage.ticksAt("2027-02-26T16:30");
        assertThat(stage.told()).containsExactlyInAnyOrder("olena: Благодарим", "ivan: Липсвахте", "petar: Благодарим");
        assertThat(stage.bot.person("ivan").texts().get(0))
                .contains("„Форум Хасково“")
                .doesNotContain("Материалите");
    }

    @Test
    void missesNobodyWhereNobodyWasNotedAtTheDoor() {
        stage.registered("ivan");
        stage.ticksAt("2027-02-25T18:30");
        stage.ticksAt("2027-02-26T16:30");

        assertThat(stage.told()).isEmpty();
        assertThat(stateOf(Occasion.NEXT_DAY)).isEqualTo(State.LAPSED);
    }

    @Test
    void waitsForTheMorningAfterAnEvening() {
        stage.forums.move("haskovo", LocalDateTime.parse("2027-02-25T12:00")); // until half past seven
        stage.wasThere("olena");
        stage.ticksAt("2027-02-25T21:30");
        stage.ticksAt("2027-02-26T07:59");
        assertThat(stage.told()).isEmpty();
        stage.ticksAt("2027-02-26T08:00");
        assertThat(stage.told()).containsExactly("olena: Благодарим");
    }

    @Test
    void wakesNobodyWhenWhatWasQueuedByDayComesToLeaveAtNight() {
        stage.wasThere("olena");
        stage.isNow("2027-02-25T18:30");
        stage.instance(stage.outbox).followUp();
        stage.isNow("2027-02-25T22:00");
        stage.sends();
        assertThat(stage.told()).isEmpty();

        stage.isNow("2027-02-26T08:00");
        stage.sends();
        assertThat(stage.told()).containsExactly("olena: Благодарим");
    }

    @Test
    void leavesAtNightWithoutTheVeto() { // control
        stage.wasThere("olena");
        stage.isNow("2027-02-25T18:30");
        stage.instance(stage.outbox).followUp();
        stage.isNow("2027-02-25T22:00");
        stage.sendsUnasked();
        assertThat(stage.told()).containsExactly("olena: Благодарим");
    }

    @Test
    void asksEverybodyOnceHoweverOftenAndWhereverItTicks() {
        for (int i = 0; i < 120; i++) {
            stage.wasThere("p%03d".formatted(i));
        }
        stage.isNow("2027-02-25T18:30");
        var one = stage.instance(stage.outbox);
        var other = stage.instance(stage.outbox);
        var threads = List.of(new Thread(one::followUp), new Thread(other::followUp), new Thread(one::followUp));
        threads.forEach(Thread::start);
        threads.forEach(FollowingTests::join);
        for (int i = 0; i < 5; i++) {
            one.followUp();
            other.followUp();
            stage.sends();
        }
        stage.passes(Duration.ofMinutes(1));
        other.followUp();
        stage.sends();

        assertThat(stage.told()).hasSize(120).doesNotHaveDuplicates();
        assertThat(stateOf(Occasion.SOON)).isEqualTo(State.DONE);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void goesOnWhereACrashStoppedIt() {
        for (int i = 0; i < 120; i++) {
            stage.wasThere("p%03d".formatted(i));
        }
        stage.isNow("2027-02-25T18:30");
        var dying = new Outbox(stage.store, stage.clock, stage.bot.messaging.channels) {
            private int batches;

            @Override
            public void put(Collection<Post> posts) {
                super.put(posts);
                if (++batches == 2) {
                    throw new IllegalStateException("dies here, with the second batch put and not noted");
                }
            }
        };
        stage.instance(dying).followUp();
        assertThat(stage.queued()).hasSize(100);
        stage.instance(stage.outbox).followUp(); // the lease of who died still stands
        assertThat(stage.queued()).hasSize(100);

        stage.passes(Duration.ofSeconds(21));
        stage.instance(stage.outbox).followUp();
        stage.sends();
        assertThat(stage.told()).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void wouldAskTwiceWithoutIdsThatFollowFromWhoIsAsked() { // control
        stage.wasThere("olena");
        stage.isNow("2027-02-25T18:30");
        var careless = new Outbox(stage.store, stage.clock, stage.bot.messaging.channels) {
            @Override
            public void put(Collection<Post> posts) {
                super.put(posts);
                super.put(posts.stream().map(FollowingTests::underAnotherId).toList());
            }
        };
        stage.instance(careless).followUp();
        stage.sends();
        assertThat(stage.told()).containsExactly("olena: Благодарим", "olena: Благодарим");
    }

    private static Post underAnotherId(Post post) {
        return Post.of(
                "x" + post.id(), post.contact(), post.to(), post.lane(), post.content(), post.cause(), post.dueAt());
    }

    @Test
    void asksNobodyWhoNoLongerWasThereOrIsForgottenOrWantsNothing() {
        List.of("olena", "ivan", "petar", "vera", "anna").forEach(stage::wasThere);
        stage.isNow("2027-02-25T18:30");
        stage.instance(stage.outbox).followUp();
        stage.arrivals.undo("haskovo", new ContactId("olena"));
        stage.bot.contacts.reminders(new ContactId("ivan"), true);
        stage.bot.contacts.lost(Address.parse("webchat:petar"));
        stage.bot.contacts.forget(new ContactId("vera"));
        stage.sends();
        assertThat(stage.told()).containsExactly("anna: Благодарим");
        assertThat(stage.queued())
                .filteredOn(message -> message.state() == Message.State.SUPERSEDED)
                .hasSize(4);
    }

    @Test
    void asksThemAllWithoutTheVeto() { // control
        List.of("olena", "ivan").forEach(stage::wasThere);
        stage.isNow("2027-02-25T18:30");
        stage.instance(stage.outbox).followUp();
        stage.arrivals.undo("haskovo", new ContactId("olena"));
        stage.bot.contacts.reminders(new ContactId("ivan"), true);
        stage.sendsUnasked();
        assertThat(stage.told()).hasSize(2);
    }

    @Test
    void followsNothingThatDidNotTakePlace() {
        stage.wasThere("olena");
        stage.isNow("2027-02-25T18:30");
        stage.instance(stage.outbox).followUp();
        stage.forums.cancel("haskovo");
        stage.sends();
        stage.ticksAt("2027-02-26T16:30");

        assertThat(stage.told()).isEmpty();
        assertThat(stateOf(Occasion.NEXT_DAY)).isEqualTo(State.SUPERSEDED);
    }

    @Test
    void doesNotAskWhoHasSaidItUnasked() {
        stage.wasThere("olena").contact();
        stage.isNow("2027-02-25T17:00");
        stage.bot.person("olena").says("/after haskovo great");
        stage.ticksAt("2027-02-25T18:30");
        stage.ticksAt("2027-02-26T16:30");

        assertThat(stage.told()).isEmpty();
    }

    @Test
    void leavesOldForumsInPeace() {
        stage.wasThere("olena");
        stage.ticksAt("2027-03-05T12:00"); // the service comes to know of all this only now
        assertThat(stage.told()).isEmpty();
        assertThat(stage.store.findAll(FollowUp.class)).isEmpty();
    }

    @Test
    void asksAfterThreeMonthsThoseWhoSaidTheyMight() {
        List.of("olena", "ivan", "petar", "vera").forEach(stage::wasThere);
        stage.isNow("2027-02-25T18:30");
        said("olena", Intent.YES);
        said("ivan", Intent.MAYBE);
        said("petar", Intent.NO);
        stage.ticksAt("2027-02-25T18:30");
        stage.ticksAt("2027-05-25T09:59");
        assertThat(stage.told()).containsExactly("vera: Благодарим");
        stage.ticksAt("2027-05-25T10:00");
        stage.ticksAt("2027-05-25T10:01");
        assertThat(stage.told()).containsExactly("vera: Благодарим", "ivan: Минаха", "olena: Минаха");

        stage.bot.person("olena").taps("Отчасти");
        assertThat(said("olena").outcome()).isEqualTo(Outcome.PARTLY);
        stage.bot.person("ivan").says("/applied haskovo").taps("Не");
        assertThat(said("ivan").outcome()).isEqualTo(Outcome.NO);
        stage.isNow("2027-06-09T10:00");
        stage.bot.person("ivan").says("/applied haskovo yes");
        assertThat(said("ivan").outcome()).as("it is closed").isEqualTo(Outcome.NO);
    }

    private void said(String name, Intent intent) {
        impressions().note(stage.haskovo(), new ContactId(name), Face.GOOD);
        impressions().note(stage.haskovo(), new ContactId(name), intent);
    }

    private Impression said(String name) {
        return impressions().of("haskovo", new ContactId(name)).orElseThrow();
    }

    private Impressions impressions() {
        return new Impressions(stage.store, stage.bot.props.ids(), stage.clock);
    }

    private State stateOf(Occasion occasion) {
        return Objects.requireNonNull(stage.store.findById(FollowUp.id(stage.haskovo(), occasion), FollowUp.class))
                .state();
    }
}
