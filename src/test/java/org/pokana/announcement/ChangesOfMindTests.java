package org.pokana.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pokana.Race;
import org.pokana.contact.Contact;
import org.pokana.contact.Profile;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Channels;
import org.pokana.messaging.Content;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.messaging.Transcript;
import org.pokana.messaging.Veto;
import org.springframework.data.mongodb.core.query.Query;

/**
 * People opt out, block us, are erased, and organizers stop and pause, a thousand times each, while announcements are on
 * their way: whatever is checked after that was saved does not leave. Without the veto it does.
 */
@Tag("faults")
class ChangesOfMindTests {

    private static final int ROUNDS = 10 * Integer.getInteger("pokana.faults", 1);
    private static final int EACH = 100;

    private final AnnouncementStage stage = new AnnouncementStage();
    private final Veto veto = new AnnouncementVeto(
            stage.announcements,
            stage.bot.contacts,
            stage.outbox,
            new Budget(stage.store, stage.clock),
            AnnouncementStage.SETTINGS,
            stage.clock);

    @BeforeEach
    void byDay() {
        stage.isNow("2027-02-01T10:00");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void nobodyGetsWhatTheyOptedOutOf() throws Exception {
        Consumer<Named> optsOut = named -> {
            stage.bot.contacts.announcements(named.person(), true);
            named.saved();
            stage.outbox.callOff(named.name(), List.of(Lane.ANNOUNCEMENT), "opted out");
        };
        holds(peopleChange(optsOut, veto));
        fails(peopleChange(
                named -> {
                    stage.bot.contacts.announcements(named.person(), true);
                    named.saved();
                },
                null));
    }

    @Test
    void nobodyGetsAnythingWhoBlockedUs() throws Exception {
        holds(peopleChange(
                named -> {
                    stage.bot.contacts.lost(named.address());
                    named.saved();
                    stage.outbox.callOff(named.address(), List.of(Lane.ANNOUNCEMENT), "blocked us");
                },
                veto));
        fails(peopleChange(
                named -> {
                    stage.bot.contacts.lost(named.address());
                    named.saved();
                },
                null));
    }

    @Test
    void nobodyGetsAnythingWhoWasErased() throws Exception {
        var transcript = new Transcript(stage.store);
        holds(peopleChange(
                named -> {
                    transcript.forget(named.person(), List.of(named.address()));
                    stage.bot.contacts.forget(named.person());
                    named.saved();
                },
                veto));
        fails(peopleChange(
                named -> {
                    stage.bot.contacts.forget(named.person());
                    named.saved();
                },
                null));
    }

    @Test
    void nobodyElseGetsWhatWasStopped() throws Exception {
        holds(announcementsChange((announcements, id) -> announcements.stop(id), veto));
        fails(announcementsChange((announcements, id) -> announcements.stop(id), null));
    }

    @Test
    void nobodyElseGetsWhatWasPaused() throws Exception {
        holds(announcementsChange((announcements, id) -> announcements.pause(id), veto));
        fails(announcementsChange((announcements, id) -> announcements.pause(id), null));
    }

    private static void holds(Race.Result result) {
        assertThat(result.changes()).isEqualTo(ROUNDS * EACH);
        assertThat(result.kept()).as("what went out at all").isGreaterThan(ROUNDS * EACH / 10);
        assertThat(result.tooLate()).as("what went out after the change").isZero();
    }

    private static void fails(Race.Result result) { // control
        assertThat(result.tooLate()).as("without the protection").isPositive();
    }

    /** Somebody and the race in which they change their mind. */
    private record Named(String name, Race race) {

        ContactId person() {
            return new ContactId(name);
        }

        Address address() {
            return new Address("webchat", name);
        }

        void saved() {
            race.saved(name);
        }
    }

    /** One announcement a round to many people, all of whom change their minds. */
    private Race.Result peopleChange(Consumer<Named> change, @Nullable Veto guard) throws Exception {
        var all = new Race.Result(0, 0, 0);
        for (int round = 0; round < rounds(guard); round++) {
            announced("news", EACH);
            var due = stage.queued();
            try (var race = race(round, guard)) {
                var changes = new HashMap<String, Runnable>();
                due.forEach(message ->
                        changes.put(message.contact(), () -> change.accept(new Named(message.contact(), race))));
                all = all.plus(race.run(due, changes, Message::contact));
            }
            clear();
        }
        return all;
    }

    /** To show that something goes wrong once is enough. */
    private static int rounds(@Nullable Veto guard) {
        return guard == null ? 1 : ROUNDS;
    }

    private Race race(int round, @Nullable Veto guard) {
        var guards = guard == null ? new Veto[0] : new Veto[] {guard};
        return new Race(round, stage.store, stage.clock, stage.bot.contacts, guards);
    }

    @FunctionalInterface
    private interface Deed {
        void on(Announcements announcements, String id);
    }

    /** Many small announcements a round, all of which are changed. */
    private Race.Result announcementsChange(Deed deed, @Nullable Veto guard) throws Exception {
        var all = new Race.Result(0, 0, 0);
        for (int round = 0; round < rounds(guard); round++) {
            IntStream.range(0, EACH).forEach(number -> announced("n" + number, 3));
            try (var race = race(round, guard)) {
                var announcements = noting(race, guard != null);
                var changes = new HashMap<String, Runnable>();
                IntStream.range(0, EACH)
                        .mapToObj(number -> "n" + number)
                        .forEach(id -> changes.put(id, () -> deed.on(announcements, id)));
                all = all.plus(race.run(stage.queued(), changes, message -> Announcement.idIn(message.cause())
                        .orElseThrow()));
            }
            clear();
        }
        return all;
    }

    /** A running announcement, and everybody's message in the outbox. */
    private void announced(String id, int people) {
        stage.announcements.send(stage.draft(id, Audience.forum("none")));
        var names =
                IntStream.range(0, people).mapToObj(number -> id + "p" + number).toList();
        names.forEach(name -> stage.person(name, "bg", Profile.UNKNOWN));
        stage.outbox.put(names.stream()
                .map(name -> Post.of(
                        HandingOut.id(id, new ContactId(name)),
                        new ContactId(name),
                        new Address("webchat", name),
                        Lane.ANNOUNCEMENT,
                        Content.text("новини"),
                        Announcement.cause(id),
                        stage.clock.instant()))
                .toList());
    }

    private void clear() {
        List.of(Announcement.class, Contact.class, Message.class)
                .forEach(kind -> stage.store.remove(new Query(), kind));
    }

    /** The same announcements; the race hears of what is saved before anything is called off. */
    private Announcements noting(Race race, boolean callingOff) {
        var outbox = new Outbox(stage.store, stage.clock, new Channels(List.of())) {
            @Override
            public long callOff(String cause, Optional<String> contact, String reason) {
                Announcement.idIn(cause).ifPresent(race::saved);
                return callingOff ? super.callOff(cause, contact, reason) : 0;
            }

            @Override
            public void hold(String cause) {
                Announcement.idIn(cause).ifPresent(race::saved);
                if (callingOff) {
                    super.hold(cause);
                }
            }
        };
        return new Announcements(stage.store, null, outbox, () -> "id", stage.clock);
    }
}
