package org.pokana.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts the documents that are read for an answer; the control asks the same of a collection without indexes. */
class IndexedStoreTests {

    private static final int ALL = 2_000;

    private final TestStore.InMemory server = new TestStore.InMemory();
    private final TestStore store = new TestStore(server);

    @BeforeEach
    void insertItems() {
        for (String name : List.of("indexed", "plain")) {
            store.mongo()
                    .getCollection(name)
                    .insertMany(IntStream.range(0, ALL)
                            .mapToObj(IndexedStoreTests::item)
                            .toList());
        }
        MongoCollection<Document> indexed = store.mongo().getCollection("indexed");
        indexed.createIndex(Indexes.ascending("state", "due"));
        indexed.createIndex(Indexes.ascending("contact"));
        indexed.createIndex(Indexes.ascending("forum", "person"), new IndexOptions().unique(true));
    }

    private static Document item(int i) {
        return new Document("_id", "i" + i)
                .append("contact", "c" + i % 100)
                .append("state", i < 10 ? "SENT" : "READY")
                .append("due", new Date(i))
                .append("forum", "f" + i % 50)
                .append("person", "p" + i);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void readsFewDocumentsWithAnIndexAndAllWithoutOne(Question question) {
        assertThat(examinedFor(question, "indexed")).isLessThanOrEqualTo(question.most);
        assertThat(examinedFor(question, "plain")).isGreaterThan(question.isById ? 0 : question.most * 5L);
    }

    static List<Question> questions() {
        return List.of(
                new Question(
                        "equal", 20, items -> items.find(eq("contact", "c7")).into(new ArrayList<>())),
                new Question("with another condition", 20, items -> items.find(
                                and(eq("contact", "c7"), ne("state", "SENT"), lt("due", new Date(500))))
                        .into(new ArrayList<>())),
                new Question("inside $and", 20, items -> items.find(new Document(
                                "$and", List.of(new Document("contact", "c7"), new Document("state", "READY"))))
                        .into(new ArrayList<>())),
                new Question("$in", 60, items -> items.find(in("contact", "c1", "c2", "c3"))
                        .into(new ArrayList<>())),
                new Question("range on the second key", 15, items -> items.find(
                                and(eq("state", "READY"), lt("due", new Date(20))))
                        .into(new ArrayList<>())),
                new Question("first of a unique key", 40, items -> items.find(eq("forum", "f3"))
                        .into(new ArrayList<>())),
                new Question("sort and limit", 5, items -> items.find(eq("state", "READY"))
                        .sort(descending("due"))
                        .limit(5)
                        .into(new ArrayList<>())),
                new Question("count", 20, items -> items.countDocuments(eq("contact", "c7"))),
                new Question("updateMany", 20, items -> items.updateMany(eq("contact", "c7"), set("seen", true))),
                new Question("deleteMany", 20, items -> items.deleteMany(eq("contact", "c7"))),
                new Question(
                        "claim the first in order",
                        3,
                        items -> items.findOneAndUpdate(
                                and(eq("state", "READY"), ne("contact", "c10")),
                                set("state", "SENDING"),
                                new FindOneAndUpdateOptions().sort(ascending("due")))),
                Question.byId(
                        "_id with another condition",
                        1,
                        items -> items.updateOne(and(eq("_id", "i9"), eq("state", "SENT")), set("state", "READY"))),
                Question.byId(
                        "several _id", 3, items -> items.find(and(in("_id", "i1", "i2", "i3"), eq("state", "SENT")))
                                .into(new ArrayList<>())));
    }

    private long examinedFor(Question question, String collection) {
        long before = server.examined();
        question.ask.accept(store.mongo().getCollection(collection));
        return server.examined() - before;
    }

    /** {@code isById}: every collection has that index, so there is nothing to compare with. */
    record Question(String name, int most, boolean isById, Consumer<MongoCollection<Document>> ask) {

        Question(String name, int most, Consumer<MongoCollection<Document>> ask) {
            this(name, most, false, ask);
        }

        static Question byId(String name, int most, Consumer<MongoCollection<Document>> ask) {
            return new Question(name, most, true, ask);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
