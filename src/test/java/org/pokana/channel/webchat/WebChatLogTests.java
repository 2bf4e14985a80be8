package org.pokana.channel.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.SettableClock;
import org.pokana.channel.webchat.Entry.Kind;
import org.pokana.messaging.Content;
import org.pokana.store.TestStore;

class WebChatLogTests {

    private final TestStore store = TestStore.inMemory(Entry.class, WebChatSession.class);
    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final AtomicInteger ids = new AtomicInteger();
    private final WebChatLog log = new WebChatLog(store.mongo(), () -> "id" + ids.incrementAndGet(), clock);
    private final WebChatSessions sessions =
            new WebChatSessions(store.mongo(), () -> "id" + ids.incrementAndGet(), clock);

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void numbersWhatIsSaidWithoutGaps() {
        log.said("olena", "letter-1", "Здравейте");
        log.told("olena", "k1", Content.text("Здравейте, Олена!"));
        log.said("ivan", "letter-1", "Добър ден");
        log.said("olena", "letter-2", "Кога е форумът?");

        assertThat(log.after("olena", 0, 10)).extracting(Entry::number).containsExactly(1L, 2L, 3L);
        assertThat(log.after("ivan", 0, 10)).extracting(Entry::text).containsExactly("Добър ден");
    }

    @Test
    void saysOnceWhatIsPostedTwice() {
        log.said("olena", "letter-1", "Здравейте");
        var again = log.said("olena", "letter-1", "Здравейте");

        assertThat(again.number()).isEqualTo(1);
        assertThat(log.after("olena", 0, 10)).hasSize(1);
    }

    @Test
    void leavesNoGapAndLosesNothingWhenManyWriteAtOnce() throws Exception {
        int writers = 8;
        int each = 25;
        var work = new ArrayList<Callable<Void>>();
        for (int writer = 0; writer < writers; writer++) {
            int number = writer;
            work.add(() -> {
                for (int i = 0; i < each; i++) {
                    log.said("olena", "letter-" + number + "-" + i, number + "." + i);
                }
                return null;
            });
        }
        var threads = Executors.newFixedThreadPool(writers);
        try {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(log.after("olena", 0, 1_000))
                .extracting(Entry::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, writers * each).boxed().toList());
    }

    @Test
    void notesThatAnEntryChangedAndShowsItAsItIsNow() {
        var menu = log.told("olena", "k2", Content.text("Изберете форум."));
        clock.advance(Duration.ofMinutes(5));
        log.change("olena", menu.id(), Content.text("Форумът е преместен."));

        var entries = log.after("olena", 0, 10);
        assertThat(entries).extracting(Entry::kind).containsExactly(Kind.BOT, Kind.CHANGED);
        assertThat(entries.get(0).text()).isEqualTo("Форумът е преместен.");
        assertThat(entries.get(0).changed()).isEqualTo(clock.instant());
        assertThat(entries.get(1).of()).isEqualTo(1);
    }

    @Test
    void changesNothingInAnotherSession() {
        var menu = log.told("olena", "k3", Content.text("Изберете форум."));

        assertThat(log.change("ivan", menu.id(), Content.text("Чуждо"))).isEmpty();
        assertThat(log.after("olena", 0, 10)).extracting(Entry::text).containsExactly("Изберете форум.");
    }

    @Test
    void changesOnlyWhatWeSaid() {
        var said = log.said("olena", "letter-1", "Здравейте");

        assertThat(log.change("olena", said.id(), Content.text("Не казах това")))
                .isEmpty();
    }

    @Test
    void erasesOneSessionAndNoOther() {
        log.said("olena", "letter-1", "Казвам се Олена");
        log.said("ivan", "letter-1", "Казвам се Иван");
        log.erase("olena");

        assertThat(log.after("olena", 0, 10)).isEmpty();
        assertThat(log.after("ivan", 0, 10)).hasSize(1);
    }

    @Test
    void letsOldTextsGoButNeverUsesTheirNumbersAgain() {
        var olena = sessions.open();
        log.said(olena, "letter-1", "отдавна");
        log.said(olena, "letter-2", "също отдавна");
        clock.advance(Duration.ofDays(90));
        var before = clock.instant();
        var ivan = sessions.open();
        log.said(ivan, "letter-1", "сега");

        assertThat(log.fade(before)).isEqualTo(2);
        assertThat(log.fade(before)).isZero();
        assertThat(log.after(ivan, 0, 10)).hasSize(1);
        assertThat(log.said(olena, "letter-3", "пак съм тук").number()).isEqualTo(3);
    }

    @Test
    void pagesThroughALongTalk() {
        for (int i = 1; i <= History.PAGE + 20; i++) {
            log.said("olena", "letter-" + i, String.valueOf(i));
        }
        var newest = History.of(log, "olena", Long.MAX_VALUE, false);
        var rest = History.of(log, "olena", newest.first(), false);

        assertThat(newest.said()).hasSize(History.PAGE);
        assertThat(newest.last()).isEqualTo(120);
        assertThat(newest.more()).isTrue();
        assertThat(rest.said()).extracting(Shown::text).startsWith("1", "2").endsWith("20");
        assertThat(rest.more()).isFalse();
    }

    @Test
    void knowsWhichOfManyEntriesExist() {
        log.said("olena", "letter-1", "Здравейте");

        assertThat(log.present(List.of("olena:1", "olena:2", "ivan:1"))).containsExactly("olena:1");
    }
}
