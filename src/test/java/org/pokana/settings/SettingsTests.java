package org.pokana.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.SettableClock;
import org.pokana.kernel.ContactId;
import org.pokana.store.TestStore;

/** Two owners change the settings, by two instances of the service. */
class SettingsTests {

    private static final ContactId MARIA = new ContactId("maria");
    private static final ContactId IVAN = new ContactId("ivan");

    private final TestStore store = TestStore.inMemory(Chosen.class);
    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final Settings here = new Settings(store.mongo(), clock);
    private final Settings there = new Settings(store.mongo(), clock);

    @AfterEach
    void close() {
        store.close();
    }

    private static Chosen named(Chosen before, String organisation) {
        return new Chosen(
                Chosen.ID,
                before.version(),
                organisation,
                null,
                null,
                List.of("bg"),
                List.of("2h"),
                null,
                null,
                Map.of("bg", "С подкрепата на фонда."),
                false,
                null,
                null);
    }

    @Test
    void holdsHereAtOnceAndOnOtherInstancesSecondsLater() {
        assertThat(there.get()).isEqualTo(Chosen.NOTHING);
        here.change(named(here.get(), "Сдружение „Мост“"), MARIA);
        assertThat(here.get().organisation()).isEqualTo("Сдружение „Мост“");
        assertThat(there.get().organisation())
                .as("control: it was read a moment ago")
                .isNull();
        clock.advance(Settings.KEPT);
        assertThat(there.get().organisation()).isEqualTo("Сдружение „Мост“");
        assertThat(there.get().by()).isEqualTo("maria");
        assertThat(there.get().at()).isEqualTo(clock.instant().minus(Settings.KEPT));
    }

    @Test
    void whoeverIsSlowerOverwritesNothing() {
        var seen = here.latest();
        assertThat(here.change(named(seen, "Първите"), MARIA)).isPresent();
        assertThat(there.change(named(seen, "Вторите"), IVAN)).isEmpty();
        var now = there.latest();
        assertThat(now.organisation()).isEqualTo("Първите");
        assertThat(there.change(named(now, "Вторите"), IVAN)).isPresent();
        assertThat(here.change(named(now, "Третите"), MARIA)).isEmpty();
        assertThat(here.latest().organisation()).isEqualTo("Вторите");
        assertThat(here.latest().version()).isEqualTo(2);
    }

    @Test
    void keepsWhatWasChosenWhenWhoChoseIsForgotten() {
        here.change(named(here.get(), "Сдружение „Мост“"), MARIA);
        here.forget(IVAN);
        assertThat(here.get().by()).isEqualTo("maria");
        here.forget(MARIA);
        assertThat(here.get().by()).isNull();
        assertThat(here.get().organisation()).isEqualTo("Сдружение „Мост“");
    }

    @Test
    void saysInOtherWordsOnlyWhatWasChosen() {
        var chosen = named(Chosen.NOTHING, "Мост");
        assertThat(chosen.phrase("paper.funding", "bg")).contains("С подкрепата на фонда.");
        assertThat(chosen.phrase("paper.funding", "en")).contains("");
        assertThat(chosen.phrase("paper.funding-emblem", "bg")).contains("");
        assertThat(chosen.phrase("paper.when", "bg")).isEmpty();
        assertThat(Chosen.NOTHING.phrase("paper.funding", "bg")).isEmpty();
    }
}
