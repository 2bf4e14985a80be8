package org.pokana.faq;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.pokana.SettableClock;
import org.pokana.Stage;
import org.pokana.conversation.Flow;
import org.pokana.faq.FaqEntry.Source;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Ids;
import org.pokana.kernel.Localized;
import org.pokana.messaging.Words;
import org.pokana.store.TestStore;
import org.springframework.data.mongodb.core.MongoOperations;

/** Everything that edits entries, put together as Spring does, on a store of its own or on another desk's. */
public final class Desk implements AutoCloseable {

    public static final ContactId OLENA = new ContactId("olena");
    public static final ContactId IVAN = new ContactId("ivan");
    public static final FaqEntry HALL =
            entry("hall", "Къде е залата?", "Залата", "В Хасково.", "Where is the hall?", "The hall", "In Haskovo.");
    public static final FaqEntry PARKING =
            entry("parking", "Има ли паркинг?", "Паркинг", "Да.", "Is there parking?", "Parking", "Yes.");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final @Nullable TestStore store;
    private final MongoOperations mongo;
    final SettableClock clock;
    public final Opinions opinions;
    final Entries entries;
    public final Rereading rereading;
    public final KnowledgeBase knowledge;
    public final Search search;
    public final Editing editing;
    public final Drafts drafts;
    public final Exchange exchange;
    public final TryOut tryOut;
    private final boolean guest;

    Desk(FaqEntry... file) {
        this(TestStore.inMemory(FaqDocuments.ALL), false, file);
    }

    private Desk(TestStore store, boolean guest, FaqEntry... file) {
        this(store, store.mongo(), SettableClock.at("2027-02-01T08:00:00Z"), counted(), guest, file);
    }

    /** Another instance on the same store. */
    Desk(Desk other, FaqEntry... file) {
        this(other.store, other.mongo, other.clock, counted(), true, file);
    }

    /** On the store of a stage. */
    public Desk(Stage.Props props, FaqEntry... file) {
        this(null, props.store(), props.clock(), props.ids(), true, file);
    }

    private Desk(
            @Nullable TestStore store,
            MongoOperations mongo,
            SettableClock clock,
            Ids ids,
            boolean guest,
            FaqEntry... file) {
        this.store = store;
        this.mongo = mongo;
        this.clock = clock;
        this.guest = guest;
        var seed = new Seed(List.of(file));
        entries = new Entries(mongo);
        rereading = new Rereading(entries, new Seeding(entries, seed, clock));
        knowledge = rereading.knowledge();
        opinions = new Opinions(mongo);
        search = new Search(knowledge, Lexicon.EMPTY);
        editing = new Editing(entries, rereading, opinions, search, seed, clock);
        drafts = new Drafts(mongo, editing, search, ids, clock);
        exchange = new Exchange(editing, rereading);
        tryOut = new TryOut(search);
    }

    private static Ids counted() {
        return () -> "d" + NUMBER.incrementAndGet();
    }

    /** What people see of the questions and answers. */
    public List<Flow> flows(Words words) {
        return List.of(
                new Ask(knowledge),
                new ShowEntry(knowledge, words, clock),
                new AnswerQuestion(knowledge, search, words, clock),
                new Helpful(knowledge, opinions));
    }

    public static Class<?>[] documents() {
        return FaqDocuments.ALL;
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

    public static FaqEntry saying(FaqEntry entry, String bulgarian) {
        return entry.saying(
                entry.question(),
                entry.label(),
                Localized.of(bulgarian, entry.answer().words().getOrDefault("en", "-")));
    }

    public Version now(String id) {
        return editing.now(id).orElseThrow();
    }

    public String answer(String id) {
        return knowledge.entry(id).orElseThrow().answer().words().get("bg");
    }

    @Override
    public void close() {
        if (!guest && store != null) {
            store.close();
        }
    }
}
