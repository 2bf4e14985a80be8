package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.desk.DeskSessions;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.forum.Registrations;
import org.pokana.helpdesk.TeamQuestions;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Words;
import org.springframework.boot.task.SimpleAsyncTaskExecutorBuilder;

/** What pages of the desk are told while they are open, and who is told nothing more. */
class DeskLiveTests {

    private static final String FORUM = "forum:" + DeskSeason.HASKOVO;

    private static DeskStage stage;

    @BeforeAll
    static void open() {
        stage = DeskStage.open(FewAnswers.and(DeskChat.PATIENT));
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static DeskVisitor organizer(String name) {
        var desk = stage.signedIn(stage.person(name, Role.ORGANIZER));
        desk.get("/desk/devices");
        return desk;
    }

    // ---- what is told

    @Test
    void whoeverLooksAtAForumSeesWhoComes() {
        try (var maria = new DeskListener(organizer("maria"), FORUM)) {
            maria.hears("\"seats\":\"0\"");
            stage.bean(Registrations.class).register(DeskSeason.HASKOVO, new ContactId("olena"), DeskSeason.person(0));
            maria.hears("\"seats\":\"1\"");
        }
    }

    @Test
    void aQuestionForTheTeamIsCountedOnEveryPage() {
        var desk = organizer("maria");
        assertThat(desk.get("/desk").body()).contains("data-live=\"questions\"", "data-none=\"true\"");
        try (var maria = new DeskListener(desk, "questions")) {
            maria.hears("\"count\":\"0\"");
            var olena = new DeskChat(stage, "olena");
            olena.asks("/person");
            olena.says(
                    "Има ли паралелка с помощник-учител в училище в Свиленград за деца, които не говорят български?");
            maria.hears("\"count\":\"1\"");
            assertThat(maria.heard()).as("in words, in her language").contains("1 отворен въпрос");
        }
        assertThat(stage.bean(TeamQuestions.class).waiting()).isEqualTo(1);
        assertThat(desk.get("/desk").body()).contains("data-live=\"questions\"").doesNotContain("data-none=\"true\"");
    }

    @Test
    void nobodyFollowsWhatIsNotTheirs() {
        var vera = stage.signedIn(stage.person("vera", Role.VIEWER));
        assertThat(vera.get("/desk/live/questions,announcement:x,nonsense").statusCode())
                .isEqualTo(204);
        try (var listener = new DeskListener(vera, "questions," + FORUM)) {
            listener.hears("\"subject\":\"" + FORUM + "\"");
            assertThat(listener.heard()).doesNotContain("questions");
        }
        assertThat(stage.stranger().get("/desk/live/" + FORUM).statusCode()).isEqualTo(303);
    }

    // ---- who is told nothing more

    @Test
    void aPageThatComesBackAfterItsSessionEndedIsToldSoAndStaysAway() {
        var path = "/desk/live/" + FORUM;
        var comesBack = stage.stranger()
                .send(java.net.http.HttpRequest.newBuilder().GET(), path, "Accept", "text/event-stream");
        assertThat(comesBack.statusCode()).isEqualTo(200);
        assertThat(comesBack.body()).isEqualTo("event:out\ndata:{}\n\n");
        assertThat(stage.stranger().get(path).statusCode())
                .as("control: others sign in")
                .isEqualTo(303);
    }

    @Test
    void whoSignsOutIsToldNothingMore() {
        var here = organizer("petar");
        var there = organizer("petar");
        try (var ends = new DeskListener(here, FORUM);
                var stays = new DeskListener(there, FORUM)) {
            stays.hears("seats");
            ends.hears("seats");
            here.submits("/desk/out");
            ends.ends();
            assertThat(ends.heard()).contains("event:out");
            assertThat(stays.isOver()).as("control: the other browser").isFalse();
        }
    }

    @Test
    void whoLosesTheRoleIsToldNothingMore() {
        Contact ivan = stage.person("ivan", Role.ORGANIZER);
        stage.bean(Contacts.class).grant(ivan.id(), Role.VIEWER);
        var desk = stage.signedIn(ivan);
        try (var questions = new DeskListener(desk, "questions");
                var forum = new DeskListener(desk, FORUM)) {
            questions.hears("count");
            forum.hears("seats");
            stage.bean(Contacts.class).withdraw(ivan.id(), Role.ORGANIZER);
            questions.ends();
            assertThat(questions.heard()).as("still signed in").doesNotContain("event:out");
            assertThat(forum.isOver()).as("an observer may see that").isFalse();
            stage.bean(Contacts.class).withdraw(ivan.id(), Role.VIEWER);
            forum.ends();
            assertThat(forum.heard()).contains("event:out");
        }
    }

    @Test
    void anOpenPageThatNobodyUsesKeepsNobodySignedIn() {
        Contact elena = stage.person("elena", Role.ORGANIZER);
        var desk = stage.signedIn(elena);
        var sessions = stage.bean(DeskSessions.class);
        try (var listener = new DeskListener(desk, FORUM)) {
            listener.hears("seats");
            Instant before = sessions.of(elena.id()).get(0).lastSeen();
            stage.clock.travelTo(stage.clock.instant().plusSeconds(300).toString());
            stage.bean(Registrations.class)
                    .register(DeskSeason.DIMITROVGRAD, new ContactId("petar"), DeskSeason.person(1));
            assertThat(sessions.still(
                            new Organizer(elena, sessions.of(elena.id()).get(0).id())))
                    .isPresent();
            assertThat(sessions.of(elena.id()).get(0).lastSeen()).isEqualTo(before);
            desk.get("/desk/devices");
            assertThat(sessions.of(elena.id()).get(0).lastSeen())
                    .as("control: a page is use")
                    .isAfter(before);
        }
    }

    @Test
    void onlySoManyPagesOfOnePersonListenAtOnce() {
        var desk = organizer("gergana");
        var first = new DeskListener(desk, FORUM);
        first.hears("beat");
        var others = new DeskListener[LiveStreams.EACH];
        for (int i = 0; i < others.length; i++) {
            others[i] = new DeskListener(desk, FORUM);
        }
        first.ends();
        assertThat(first.heard()).contains("event:away");
        for (DeskListener other : others) {
            assertThat(other.isOver()).isFalse();
            other.close();
        }
    }

    // ---- what it costs

    /** Looks at nothing, and counts how often. */
    private static final class Counting extends LiveViews {

        private final AtomicInteger looks = new AtomicInteger();
        private final AtomicInteger longLooks = new AtomicInteger();

        Counting() {
            super(null, null, null, null, null);
        }

        @Override
        Optional<Map<String, Object>> look(String subject) {
            if (subject.equals("questions")) {
                return Optional.of(Map.of("count", looks.incrementAndGet()));
            }
            LockSupport.parkNanos(Duration.ofMillis(600).toNanos());
            return Optional.of(Map.of("count", longLooks.incrementAndGet()));
        }
    }

    @Test
    void whatManyFollowIsLookedAtOnceASecond() {
        var views = new Counting();
        var sessions = stage.bean(DeskSessions.class);
        var streams = new LiveStreams(views, sessions, new SimpleAsyncTaskExecutorBuilder());
        var words = new PageWords(stage.bean(Words.class), java.util.Locale.ENGLISH);
        streams.start();
        try {
            for (String name : java.util.List.of("anna", "boris", "vasil", "galya", "denitsa", "emil")) {
                Contact someone = stage.person(name, Role.ORGANIZER);
                sessions.open(someone, "Firefox");
                var organizer =
                        new Organizer(someone, sessions.of(someone.id()).get(0).id());
                assertThat(streams.open(organizer, Set.of("questions", "announcement:long"), words))
                        .isPresent();
            }
            long begun = System.nanoTime();
            int before = views.looks.get();
            await().atMost(Duration.ofSeconds(30)).until(() -> views.looks.get() >= before + 3);
            long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
            assertThat(views.looks.get() - before).isLessThanOrEqualTo((int) seconds + 2);
            assertThat(views.longLooks.get())
                    .as("what takes long is looked at less often")
                    .isLessThanOrEqualTo((int) seconds / 5 + 1);
        } finally {
            streams.stop();
        }
        assertThat(streams.open(new Organizer(stage.person("late", Role.ORGANIZER), "x"), Set.of("questions"), words))
                .as("none any more")
                .isEmpty();
    }
}
