package org.pokana.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.faq.Desk.HALL;
import static org.pokana.faq.Desk.OLENA;
import static org.pokana.faq.Desk.PARKING;
import static org.pokana.faq.Desk.saying;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.faq.Version.Change;

class SeedingTests {

    private static final FaqEntry NEWER = saying(HALL, "В Свиленград.");

    private final Desk desk = new Desk(HALL, PARKING);

    @AfterEach
    void closeDesk() {
        desk.close();
    }

    @Test
    void bringsTheFilesEntriesInTheirOrder() {
        assertThat(desk.knowledge.entries()).containsExactly(HALL, PARKING);
        assertThat(desk.now("hall").number()).isEqualTo(1);
        assertThat(desk.now("hall").by()).isEmpty();
        assertThat(desk.now("hall").change()).isEqualTo(Change.FILE);
    }

    @Test
    void changesNothingAtTheNextStart() {
        var again = new Desk(desk, HALL, PARKING);

        assertThat(again.now("hall").number()).isEqualTo(1);
        assertThat(again.knowledge.entries()).containsExactly(HALL, PARKING);
    }

    @Test
    void followsTheFileWhereNobodyEdited() {
        var next = new Desk(desk, NEWER, PARKING);

        assertThat(next.answer("hall")).isEqualTo("В Свиленград.");
        assertThat(next.now("hall").number()).isEqualTo(2);
        assertThat(next.editing.differing()).isEmpty();
        assertThat(next.editing.history("hall"))
                .extracting(version -> version.entry().answer().words().get("bg"))
                .containsExactly("В Свиленград.", "В Хасково.");
    }

    @Test
    void leavesWhatWasEditedAndSaysThatTheFileDiffers() {
        desk.editing.edit(saying(HALL, "В читалището."), 1, OLENA, null);

        var next = new Desk(desk, NEWER, PARKING);

        assertThat(next.answer("hall")).isEqualTo("В читалището.");
        assertThat(next.editing.differing()).containsOnlyKeys(next.now("hall")).containsValue(NEWER);

        next.editing.takeFromFile("hall", 2, OLENA);
        assertThat(next.answer("hall")).isEqualTo("В Свиленград.");
        assertThat(next.editing.differing()).isEmpty();
        assertThat(new Desk(desk, HALL, PARKING).answer("hall"))
                .as("the file decides again")
                .isEqualTo("В Хасково.");
    }

    @Test
    void isNotAskedAgainOnceItWasDecidedToKeepOurs() {
        desk.editing.edit(saying(HALL, "В читалището."), 1, OLENA, null);
        var next = new Desk(desk, NEWER, PARKING);

        next.editing.keepOurs("hall");

        assertThat(next.editing.differing()).isEmpty();
        assertThat(new Desk(desk, NEWER, PARKING).editing.differing()).isEmpty();
        assertThat(new Desk(desk, saying(HALL, "В Любимец."), PARKING).editing.differing())
                .hasSize(1);
    }

    @Test
    void takesAwayWhatTheFileNoLongerHas() {
        desk.editing.edit(saying(PARKING, "Не."), 1, OLENA, null);

        var next = new Desk(desk, Desk.entry("new", "Ново?", "Ново", "Да.", "New?", "New", "Yes."));

        assertThat(next.knowledge.entries()).extracting(FaqEntry::id).containsExactly("new", "parking");
        assertThat(new Desk(desk, HALL, PARKING).knowledge.entry("hall")).contains(HALL);
    }

    @Test
    void takesTheFilesWordOverAConfirmation() {
        desk.editing.confirm("hall", 1, OLENA);
        assertThat(desk.knowledge.entry("hall").orElseThrow().checked()).contains(java.time.YearMonth.of(2027, 2));

        assertThat(new Desk(desk, NEWER, PARKING).answer("hall")).isEqualTo("В Свиленград.");
    }

    @Test
    void isSeenByAnotherInstanceAtItsNextLook() {
        var other = new Desk(desk, HALL, PARKING);
        desk.editing.edit(saying(HALL, "В читалището."), 1, OLENA, null);
        assertThat(desk.answer("hall")).isEqualTo("В читалището.");
        assertThat(other.answer("hall")).isEqualTo("В Хасково.");

        other.rereading.look();

        assertThat(other.answer("hall")).isEqualTo("В читалището.");
    }

    @Test
    void isFoundWithoutBeingAnnouncedWhenLookedAtClosely() {
        var other = new Desk(desk, HALL, PARKING);
        desk.store
                .mongo()
                .updateFirst(
                        org.springframework.data.mongodb.core.query.Query.query(
                                org.springframework.data.mongodb.core.query.Criteria.where("_id")
                                        .is("hall")),
                        org.springframework.data.mongodb.core.query.Update.update("now.number", 2)
                                .set("now.retired", true),
                        KeptEntry.class);
        other.rereading.look();
        assertThat(other.knowledge.entry("hall")).isPresent();

        other.rereading.lookClosely();

        assertThat(other.knowledge.entry("hall")).isEmpty();
    }
}
