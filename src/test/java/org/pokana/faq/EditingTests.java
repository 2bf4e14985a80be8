package org.pokana.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.faq.Desk.HALL;
import static org.pokana.faq.Desk.IVAN;
import static org.pokana.faq.Desk.OLENA;
import static org.pokana.faq.Desk.PARKING;
import static org.pokana.faq.Desk.saying;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.faq.Edited.Done;
import org.pokana.faq.Edited.Fault;
import org.pokana.faq.Edited.Overtaken;
import org.pokana.faq.Edited.Refused;
import org.pokana.faq.Editing.Translation;
import org.pokana.faq.Version.Change;
import org.pokana.kernel.Localized;
import org.pokana.privacy.Traces;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

class EditingTests {

    private final Desk desk = new Desk(HALL, PARKING);

    @AfterEach
    void closeDesk() {
        desk.close();
    }

    @Test
    void keepsWhoChangedWhatWhenAndWhy() {
        desk.editing.edit(saying(HALL, "В читалището."), 1, OLENA, "преместиха ни");

        var versions = desk.editing.history("hall");

        assertThat(versions).extracting(Version::number).containsExactly(2L, 1L);
        assertThat(versions.get(0).by()).contains(OLENA);
        assertThat(versions.get(0).why()).isEqualTo("преместиха ни");
        assertThat(versions.get(0).at()).isEqualTo(desk.clock.instant());
        assertThat(versions.get(1).entry()).isEqualTo(HALL);
    }

    @Test
    void doesNotWriteOverSomebodyElsesChange() {
        desk.editing.edit(saying(HALL, "В читалището."), 1, OLENA, null);

        var late = desk.editing.edit(saying(HALL, "В театъра."), 1, IVAN, null);

        assertThat(late).isEqualTo(new Overtaken(desk.now("hall")));
        assertThat(desk.answer("hall")).isEqualTo("В читалището.");
        assertThat(desk.editing.history("hall")).hasSize(2);
    }

    @Test
    void doesOnceWhatIsAskedForTwice() {
        desk.editing.retire("hall", 1, OLENA, null);

        assertThat(desk.editing.retire("hall", 1, OLENA, null)).isEqualTo(new Done(desk.now("hall")));
        assertThat(desk.editing.retire("hall", 1, IVAN, null)).isInstanceOf(Overtaken.class);
        assertThat(desk.now("hall").number()).isEqualTo(2);
    }

    @Test
    void letsOneOfManyWin() {
        var desks = List.of(desk, new Desk(desk, HALL, PARKING));

        var outcomes = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> desks.get(i % 2).editing.edit(saying(HALL, "В зала " + i), 1, OLENA, null))
                .toList();

        assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(desk.editing.history("hall")).hasSize(2);
    }

    /** What the comparison with the version is for: without it the later one wins and nobody knows. */
    @Test
    void wouldLoseAChangeWithoutComparingVersions() {
        var seenByBoth = desk.now("hall");
        desk.editing.edit(saying(seenByBoth.entry(), "В читалището."), 1, OLENA, null);

        desk.store
                .mongo()
                .updateFirst(
                        Query.query(Criteria.where("_id").is("hall")),
                        Update.update("now.entry", saying(seenByBoth.entry(), "В театъра.")),
                        KeptEntry.class);

        assertThat(desk.now("hall").entry().answer().words()).containsEntry("bg", "В театъра.");
        assertThat(desk.now("hall").number()).isEqualTo(2);
    }

    @Test
    void speaksOneMoreLanguage() {
        var bulgarian = new FaqEntry(
                "bus",
                "forums",
                new Localized(Map.of("bg", "Има ли автобус?")),
                new Localized(Map.of("bg", "Автобус")),
                Map.of(),
                new Localized(Map.of("bg", "Да, от гарата.")),
                HALL.sources(),
                null,
                List.of());
        assertThat(desk.editing.add(bulgarian, OLENA, null)).isInstanceOf(Done.class);
        assertThat(desk.tryOut.ask("is there a bus", 3).nearest())
                .noneMatch(trial -> trial.match().entry().id().equals("bus"));

        desk.editing.translate(
                "bus", 1, Locale.ENGLISH, new Translation("Is there a bus?", "Bus", "Yes, from the station."), IVAN);

        var nearest = desk.tryOut.ask("is there a bus", 3).nearest().get(0);
        assertThat(nearest.match().entry().id()).isEqualTo("bus");
        assertThat(nearest.match().entry().answer().in(Locale.ENGLISH)).isEqualTo("Yes, from the station.");
        assertThat(desk.now("bus").change()).isEqualTo(Change.TRANSLATED);
    }

    @Test
    void understandsANewExampleAtOnceAndSaysWhy() {
        assertThat(desk.tryOut.ask("где ще се съберем", 3).nearest()).isEmpty();

        desk.editing.addExample("hall", 1, Locale.forLanguageTag("bg"), "къде ще се съберем", OLENA);

        var tried = desk.tryOut.ask("къде се събираме утре", 3);
        assertThat(tried.nearest().get(0).match().entry().id()).isEqualTo("hall");
        assertThat(tried.nearest().get(0).because().get(0).phrasing()).isEqualTo("къде ще се съберем");
        assertThat(tried.nearest().get(0).because().get(0).words()).contains("къде");
    }

    @Test
    void retiresAndRestores() {
        desk.editing.retire("hall", 1, OLENA, "няма зала");
        assertThat(desk.knowledge.entry("hall")).isEmpty();
        assertThat(desk.search.matches("къде е залата"))
                .noneMatch(match -> match.entry().id().equals("hall"));
        assertThat(desk.editing.all()).filteredOn(Version::retired).hasSize(1);

        desk.editing.restore("hall", 2, 1, IVAN);

        assertThat(desk.knowledge.entry("hall")).contains(HALL);
        assertThat(desk.now("hall").number()).isEqualTo(3);
        assertThat(desk.editing.restore("hall", 3, 77, IVAN)).isEqualTo(new Edited.Gone());
    }

    @Test
    void refusesWhatPeopleCouldNotRead() {
        assertThat(desk.editing.edit(saying(HALL, "а".repeat(1201)), 1, OLENA, null))
                .isEqualTo(new Refused(new Fault("answer", Fault.Kind.TOO_LONG, 1200)));
        assertThat(desk.editing.edit(saying(HALL, " "), 1, OLENA, null))
                .isEqualTo(new Refused(new Fault("answer", Fault.Kind.MISSING, 0)));
        assertThat(desk.editing.edit(HALL.about("football"), 1, OLENA, null)).isInstanceOf(Refused.class);
        assertThat(desk.now("hall").number()).isEqualTo(1);
    }

    @Test
    void publishesADraftOnce() {
        var id = desk.drafts.propose(
                "Има ли къде да си оставя колелото?",
                "Да, до входа.",
                Locale.forLanguageTag("bg"),
                "Домакинът, https://example.org/bikes",
                OLENA,
                "question7");
        assertThat(desk.drafts.propose("Друго", "Друго", Locale.ENGLISH, "-", IVAN, "question7"))
                .isEqualTo(id);
        assertThat(desk.drafts.open()).extracting(Draft::answer).containsExactly("Да, до входа.");

        var published = desk.drafts.publish(id, IVAN);
        desk.drafts.publish(id, OLENA);

        var entry = ((Done) published).now().entry();
        assertThat(desk.knowledge.entry(entry.id())).contains(entry);
        assertThat(entry.label().words().get("bg")).hasSizeLessThanOrEqualTo(25).endsWith("…");
        assertThat(entry.sources().get(0).url()).isEqualTo("https://example.org/bikes");
        assertThat(entry.checked()).contains(java.time.YearMonth.of(2027, 2));
        assertThat(desk.knowledge.entries()).hasSize(3);
        assertThat(desk.drafts.open()).isEmpty();
        assertThat(desk.tryOut
                        .ask("къде да оставя колелото", 1)
                        .nearest()
                        .get(0)
                        .match()
                        .entry())
                .isEqualTo(entry);
    }

    @Test
    void doesNotPublishWhatWasDiscarded() {
        var id = desk.drafts.propose("Защо?", "Защото.", Locale.ENGLISH, "-", OLENA, null);

        desk.drafts.discard(id, IVAN);

        assertThat(desk.drafts.publish(id, IVAN)).isEqualTo(new Edited.Gone());
        assertThat(desk.drafts.publish("nothing", IVAN)).isEqualTo(new Edited.Gone());
        assertThat(desk.knowledge.entries()).hasSize(2);
    }

    @Test
    void forgetsWhoWroteButNotWhatWasWritten() {
        desk.editing.edit(saying(HALL, "В читалището."), 1, OLENA, null);
        desk.editing.edit(saying(HALL, "В театъра."), 2, OLENA, null);
        desk.editing.retire("parking", 1, IVAN, null);
        var draft = desk.drafts.propose("Защо?", "Защото.", Locale.ENGLISH, "-", OLENA, null);
        desk.drafts.publish(draft, OLENA);
        var memory = new EditorMemory(desk.store.mongo());
        assertThat(memory.of(OLENA, List.of())).hasSize(4);
        assertThat(Traces.of("olena", desk.store.mongo())).isNotEmpty();

        memory.forget(OLENA, List.of());

        assertThat(Traces.of("olena", desk.store.mongo())).isEmpty();
        assertThat(desk.answer("hall")).isEqualTo("В театъра.");
        assertThat(desk.editing.history("hall")).hasSize(3).allMatch(version -> version.by()
                .isEmpty());
        assertThat(desk.now("parking").by()).contains(IVAN);
    }
}
