package org.pokana.announcement;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.announcement.Announcement.State;
import org.pokana.contact.Profile;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Localized;
import org.pokana.messaging.Channels;
import org.pokana.messaging.Message;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;

class HandingOutTests {

    private final AnnouncementStage stage = new AnnouncementStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void reachesEverybodyInTheirLanguageWithTheReasonAndTheWayOut() {
        stage.smallCast();
        stage.announcements.send(stage.draft("one", Audience.forum("haskovo")));
        stage.handingOut.handOut();
        stage.sendsAll();

        assertThat(stage.bot.person("olena").texts())
                .containsExactly(
                        "Залата е сменена.\n\n— — —\nПолучавате това, защото сте записани за форума „Форум Хасково“.");
        assertThat(stage.bot.person("ivan").texts())
                .containsExactly(
                        "The hall has changed.\n\n— — —\nYou get this because you are registered for the forum “Forum Haskovo”.");
        assertThat(stage.bot.person("petar").texts()).isEmpty();
        stage.bot.person("ivan").taps("Turn messages off");
        assertThat(stage.bot.person("ivan").contact().announcementsOff()).isTrue();
    }

    @Test
    void isPostedInLinkedGroupsWhenItIsForEverybody() {
        stage.smallCast();
        stage.boards.add(new Boards.Board(new Address("webchat", "group"), Locale.ENGLISH));
        var sent = stage.announcements.send(stage.draft("one", Audience.EVERYBODY));
        stage.announcements.send(stage.draft("two", Audience.forum("haskovo")));
        stage.handingOut.handOut();
        stage.sendsAll();

        assertThat(stage.bot.person("group").texts()).containsExactly("The hall has changed.");
        assertThat(stage.outbox.count(sent.cause())).containsExactly(Map.entry(Message.State.SENT, 4));
    }

    @Test
    void isNotPostedAnywhereOnceItIsStopped() {
        stage.boards.add(new Boards.Board(new Address("webchat", "group"), Locale.ENGLISH));
        stage.smallCast();
        stage.announcements.send(stage.draft("one", Audience.EVERYBODY));
        stage.handingOut.handOut();
        stage.announcements.stop("one");
        stage.sendsAll();

        assertThat(stage.reached()).isEmpty();
    }

    @Test
    void fallsBackWhollyToTheLanguageThereIs() {
        stage.smallCast();
        stage.announcements.send(
                stage.draft("one", Audience.group("ngo"), new Localized(Map.of("bg", "Залата е сменена."))));
        stage.handingOut.handOut();
        stage.sendsAll();

        assertThat(stage.bot.person("ivan").texts())
                .containsExactly("Залата е сменена.\n\n— — —\nПолучавате това, защото сте посочили група „НПО“.");
    }

    @Test
    void goesToThoseWhoWereThereWhenItWasConfirmedAndToNobodyElse() {
        stage.smallCast();
        stage.announcements.send(stage.draft("one", Audience.forum("haskovo")));
        stage.registrations.register("haskovo", new ContactId("petar"), Profile.UNKNOWN);
        stage.registrations.release("haskovo", new ContactId("olena"));
        stage.handingOut.handOut();
        stage.sendsAll();

        assertThat(stage.reached()).containsExactlyInAnyOrder("olena", "ivan");
    }

    @Test
    void leavesOutWhoWantsNoNewsOrCannotBeReached() {
        stage.smallCast();
        stage.bot.contacts.announcements(new ContactId("olena"), true);
        stage.bot.contacts.lost(new Address("webchat", "petar"));
        var sent = stage.announcements.send(stage.draft("one", Audience.EVERYBODY));
        stage.handingOut.handOut();
        stage.sendsAll();

        assertThat(sent.total()).isEqualTo(2);
        assertThat(stage.reached()).containsExactlyInAnyOrder("ivan", "maria");
    }

    @Test
    void isOneAnnouncementHoweverOftenItIsSentAtOnce() throws Exception {
        stage.crowd(30);
        var together = new CyclicBarrier(8);
        var threads = Executors.newFixedThreadPool(8);
        var sends = new ArrayList<Future<Announcement>>();
        try {
            for (int i = 0; i < 8; i++) {
                sends.add(threads.submit(() -> {
                    together.await();
                    return stage.announcements.send(stage.draft("one", Audience.EVERYBODY));
                }));
            }
            for (var send : sends) {
                assertThat(send.get().id()).isEqualTo("one");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(stage.announcements.latest(9)).hasSize(1);
        assertThat(stage.store.findAll(Recipients.class)).hasSize(1);
        stage.handingOut.handOut();
        assertThat(stage.queued()).hasSize(31);
    }

    @Test
    void reachesEverybodyOnceAfterItsHandWasKilledHalfWay() {
        stage.crowd(1100);
        stage.announcements.send(stage.draft("one", Audience.EVERYBODY));
        var puts = new AtomicInteger();
        dies(new Outbox(stage.store, stage.clock, new Channels(List.of())) {
            @Override
            public void put(Collection<Post> posts) {
                super.put(posts);
                if (puts.incrementAndGet() == 2) {
                    throw new Crash();
                }
            }
        });
        assertThat(stage.queued()).hasSize(2 * Recipients.PART);

        stage.handingOut.handOut(); // the lease of the dead one still runs
        assertThat(stage.queued()).hasSize(2 * Recipients.PART);
        stage.clock.advance(Duration.ofSeconds(21));
        stage.handingOut.handOut();
        assertThat(messagesPerPerson())
                .hasSize(1101)
                .allSatisfy((name, count) -> assertThat(count).as(name).isEqualTo(1));
    }

    @Test
    void reachesPeopleTwiceAfterAKillWhenIdsAreNotTheSame() { // control: this is what the natural ids prevent
        stage.crowd(10);
        stage.announcements.send(stage.draft("one", Audience.EVERYBODY));
        dies(new Outbox(stage.store, stage.clock, new Channels(List.of())) {
            @Override
            public void put(Collection<Post> posts) {
                super.put(posts.stream().map(HandingOutTests::renamed).toList());
                throw new Crash();
            }
        });
        stage.clock.advance(Duration.ofSeconds(21));
        stage.handingOut.handOut();

        assertThat(messagesPerPerson().values()).containsOnly(2L);
    }

    private static Post renamed(Post post) {
        return Post.of(
                post.id() + ":again",
                post.contact(),
                post.to(),
                post.lane(),
                post.content(),
                post.cause(),
                post.dueAt());
    }

    private static final class Crash extends Error {}

    private void dies(Outbox outbox) {
        assertThatThrownBy(() -> stage.instance(outbox).handOut()).isInstanceOf(Crash.class);
    }

    private Map<String, Long> messagesPerPerson() {
        return stage.queued().stream().collect(groupingBy(Message::contact, counting()));
    }

    @Test
    void reachesEverybodyOnceWhenSeveralInstancesTickAtOnce() throws Exception {
        stage.crowd(60);
        stage.announcements.send(stage.draft("one", Audience.EVERYBODY));
        stage.announcements.send(stage.draft("two", Audience.EVERYBODY));
        var together = new CyclicBarrier(3);
        var threads = Executors.newFixedThreadPool(3);
        try {
            var ticks = new ArrayList<Future<?>>();
            for (int i = 0; i < 3; i++) {
                var instance = stage.instance(stage.outbox);
                ticks.add(threads.submit(() -> {
                    together.await();
                    instance.handOut();
                    instance.handOut();
                    return null;
                }));
            }
            for (var tick : ticks) {
                tick.get();
            }
        } finally {
            threads.shutdownNow();
        }
        stage.handingOut.handOut();
        assertThat(messagesPerPerson())
                .hasSize(61)
                .allSatisfy((name, count) -> assertThat(count).as(name).isEqualTo(2));
    }

    @Test
    void keepsNoListOfPeopleOnceItIsThrough() {
        stage.smallCast();
        stage.announcements.send(stage.draft("one", Audience.EVERYBODY));
        assertThat(stage.store.findAll(Recipients.class)).hasSize(1);
        stage.ticks();
        stage.sendsAll();
        stage.ticks();

        assertThat(stage.announcements.find("one").orElseThrow().state()).isEqualTo(State.DONE);
        assertThat(stage.store.findAll(Recipients.class)).isEmpty();
    }

    @Test
    void forgetsWhoAsksForItInTheMiddle() {
        stage.smallCast();
        stage.announcements.send(stage.draft("one", Audience.EVERYBODY));
        var memory = new AnnouncementMemory(stage.store, new Receipts(stage.store, stage.clock));
        assertThat(memory.of(new ContactId("maria"), List.of())).hasSize(1);
        memory.forget(new ContactId("olena"), List.of());
        memory.forget(new ContactId("maria"), List.of());
        stage.ticks();
        stage.sendsAll();
        stage.ticks();

        assertThat(stage.reached()).containsExactlyInAnyOrder("ivan", "petar");
        assertThat(memory.of(new ContactId("maria"), List.of())).isEmpty();
        assertThat(stage.bot.person("maria").texts()).as("nobody to report to").isEmpty();
    }
}
