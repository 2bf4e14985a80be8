package org.pokana.faq;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.pokana.SettableClock;
import org.pokana.faq.FaqEntry.Source;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Ids;
import org.pokana.kernel.Localized;
import org.pokana.store.TestStore;

/** Everything that edits entries, put together as Spring does, on a store of its own or on another desk's. */
final class Desk implements AutoCloseable {

    static final ContactId OLENA = new ContactId("olena");
    static final ContactId IVAN = new ContactId("ivan");
    static final FaqEntry HALL =
            entry("hall", "Къде е залата?", "Залата", "В Хасково.", "Where is the hall?", "The hall", "In Haskovo.");
    static final FaqEntry PARKING =
            entry("parking", "Има ли паркинг?", "Паркинг", "Да.", "Is there parking?", "Parking", "Yes.");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final TestStore store;
    final SettableClock clock;
    final Entries entries;
    final Rereading rereading;
    final KnowledgeBase knowledge;
    final Search search;
    final Editing editing;
    final Drafts drafts;
    final Exchange exchange;
    final TryOut tryOut;
    private final boolean guest;

    Desk(FaqEntry... seed) {
        this(null, seed);
    }

    Desk(@Nullable Desk other, FaqEntry... file) {
        guest = other != null;
        store = other == null ? TestStore.inMemory(FaqDocuments.ALL) : other.store;
        clock = other == null ? SettableClock.at("2027-02-01T08:00:00Z") : other.clock;
        Ids ids = () -> "d" + NUMBER.incrementAndGet();
        var seed = new Seed(List.of(file));
        entries = new Entries(store.mongo());
        rereading = new Rereading(entries, new Seeding(entries, seed, clock));
        knowledge = rereading.knowledge();
        search = new Search(knowledge, Lexicon.EMPTY);
        editing = new Editing(entries, rereading, seed, clock);
        drafts = new Drafts(store.mongo(), editing, search, ids, clock);
        exchange = new Exchange(editing, rereading);
        tryOut = new TryOut(search);
    }

    static FaqEntry entry(String id, String question, String label, String answer, String... english) {
        return new FaqEntry(
                id,
                "forums",
                Localized.of(question, english[0]),
                Localized.of(label, english[1]),
                Map.of("bg", List.of("как да намеря " + label), "en", List.of("finding " + english[1])),
                Localized.of(answer, english[2]),
                List.of(new Source(Localized.of("Организатор", "Organizer"), "https://example.org/" + id)),
                java.time.YearMonth.of(2026, 11),
                List.of());
    }

    static FaqEntry saying(FaqEntry entry, String bulgarian) {
        return entry.saying(
                entry.question(),
                entry.label(),
                Localized.of(bulgarian, entry.answer().words().getOrDefault("en", "-")));
    }

    Version now(String id) {
        return editing.now(id).orElseThrow();
    }

    String answer(String id) {
        return knowledge.entry(id).orElseThrow().answer().words().get("bg");
    }

    @Override
    public void close() {
        if (!guest) {
            store.close();
        }
    }
}
