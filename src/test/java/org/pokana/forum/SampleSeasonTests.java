package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pokana.messaging.BadContent;
import org.pokana.messaging.MessagesSettings;

class SampleSeasonTests {

    private final ForumKit kit = new ForumKit();

    @AfterEach
    void closeStore() {
        kit.close();
    }

    @Test
    void fillsAnEmptyStore() {
        load(true, null);

        assertThat(kit.forums.all()).hasSize(4);
        assertThat(kit.forums.openForRegistration()).hasSize(4);
    }

    @Test
    void changesNothingTheSecondTime() {
        load(true, null);
        kit.forums.move("haskovo-2027-02", LocalDateTime.parse("2027-02-26T10:00"));
        kit.register("haskovo-2027-02", kit.person("olena"));
        load(true, null);

        var haskovo = kit.forum("haskovo-2027-02");
        assertThat(kit.forums.all()).hasSize(4);
        assertThat(haskovo.version()).isEqualTo(2);
        assertThat(haskovo.seats()).hasSize(1);
    }

    @Test
    void leavesAStoreWithForumsOfItsOwnAlone() {
        kit.forums.add(TestForums.haskovo(10));
        load(true, null);

        assertThat(kit.forums.all()).extracting(Forum::id).containsExactly("haskovo");
    }

    @Test
    void staysAwayWhenSwitchedOff() {
        load(false, null);

        assertThat(kit.forums.none()).isTrue();
    }

    @Test
    void stopsTheStartWhenTheOrganizersOwnFileIsBroken(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("forums.yaml"), "season: \"2027\"\ntimezone: [Sofia]\nforums: []\n");

        assertThatThrownBy(() -> load(true, folder))
                .isInstanceOf(BadContent.class)
                .hasMessage(folder.resolve("forums.yaml") + ", line 2: a text is expected here, not a list or fields.");
    }

    private void load(boolean sample, @Nullable Path folder) {
        new SampleSeason(
                        kit.forums,
                        new ForumSettings(sample, java.time.ZoneId.of("Europe/Sofia")),
                        new MessagesSettings(folder == null ? null : folder.toString()),
                        kit.clock)
                .afterSingletonsInstantiated();
    }
}
