package org.pokana.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.PushOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does, embedded or real; each kind of store has a test class that extends this one. */
abstract class StoreContract {

    private TestStore store;
    private MongoCollection<Document> items;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        items = store.mongo().getCollection("items");
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    TestStore store() {
        return store;
    }

    @Test
    void passesTheSelfTest() {
        SelfTest selfTest = new SelfTest(store.mongo().getDb(), new InstanceId("a"));

        assertThatCode(selfTest::run).doesNotThrowAnyException();
        assertThat(store.mongo().getCollectionNames()).doesNotContain("selftest_a");
    }

    @Test
    void findsTheSameWithAndWithoutIndexes() {
        insertMixedItems(items);
        MongoCollection<Document> plain = store.mongo().getCollection("plain");
        insertMixedItems(plain);
        items.createIndex(Indexes.ascending("state", "due"));
        items.createIndex(Indexes.ascending("contact"));
        items.createIndex(Indexes.descending("due"));
        items.createIndex(Indexes.ascending("tags"));
        items.createIndex(Indexes.ascending("place.town", "due"));
        items.createIndex(
                Indexes.ascending("code"), new IndexOptions().unique(true).sparse(true));

        for (Bson query : queries()) {
            assertThat(ids(items, query, ascending("_id")))
                    .as(query.toString())
                    .isEqualTo(ids(plain, query, ascending("_id")));
            assertThat(items.countDocuments(query)).as(query.toString()).isEqualTo(plain.countDocuments(query));
            for (Bson order :
                    List.of(ascending("due", "_id"), descending("due", "_id"), ascending("state", "due", "_id"))) {
                assertThat(ids(items, query, order))
                        .as("%s by %s", query, order)
                        .isEqualTo(ids(plain, query, order));
            }
        }
    }

    private static List<Bson> queries() {
        return List.of(
                new Document(),
                eq("state", "READY"),
                eq("state", null),
                and(eq("state", "READY"), lt("due", 50)),
                and(eq("state", "READY"), gte("due", 10), lt("due", 20.5)),
                and(eq("state", "READY"), eq("contact", "c3")),
                and(in("state", "READY", "SENT", "READY"), gt("due", 90)),
                in("state", List.of()),
                in("state", "READY", null),
                and(in("_id", 1, 2, 3.0, 4L), eq("state", "SENT")),
                and(eq("_id", 7), ne("state", "SENT")),
                eq("tags", "a"),
                and(eq("tags", "a"), eq("tags", "b")),
                and(gt("tags", "a"), lt("tags", "b")),
                size("tags", 0),
                exists("tags", false),
                eq("due", 10L),
                eq("due", 10.0),
                gt("due", 70),
                and(gt("due", 70), lt("due", 60)),
                eq("place.town", "Хасково"),
                and(eq("place.town", "Хасково"), gt("due", 30)),
                and(eq("code", "k5"), eq("state", "READY")),
                or(eq("state", "SENT"), eq("contact", "c1")),
                new Document("state", new Document("$regex", "^RE")),
                elemMatch("parts", and(eq("n", 1), eq("m", 2))));
    }

    private static void insertMixedItems(MongoCollection<Document> into) {
        Random random = new Random(4);
        List<Document> all = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            Document item = new Document("_id", i).append("contact", "c" + i % 7);
            item.append(
                    "due",
                    i % 3 == 0
                            ? (Object) random.nextInt(100)
                            : i % 3 == 1 ? (long) random.nextInt(100) : random.nextInt(100) + 0.5);
            if (i % 5 != 0) {
                item.append("state", i % 2 == 0 ? "READY" : "SENT");
            }
            if (i % 4 != 0) {
                item.append("tags", List.of("a", "b", "c").subList(0, i % 4 - 1));
            }
            if (i % 6 == 0) {
                item.append("code", "k" + i / 6);
            }
            item.append("place", new Document("town", i % 2 == 0 ? "Хасково" : "Димитровград"));
            item.append("parts", List.of(new Document("n", i % 2).append("m", i % 3)));
            all.add(item);
        }
        into.insertMany(all);
    }

    private static List<Object> ids(MongoCollection<Document> from, Bson query, Bson order) {
        List<Object> ids = new ArrayList<>();
        from.find(query).sort(order).forEach(found -> ids.add(found.get("_id")));
        return ids;
    }

    @Test
    void keepsIndexesRightThroughChanges() {
        items.createIndex(Indexes.ascending("state", "due"));
        items.createIndex(Indexes.ascending("tags"));
        insertMixedItems(items);

        items.updateMany(eq("state", "READY"), combine(set("state", "DONE"), inc("due", 1000), push("tags", "new")));
        items.deleteMany(eq("state", "SENT"));
        items.replaceOne(eq("_id", 0), new Document("state", "REPLACED"));

        assertThat(items.countDocuments(in("state", "READY", "SENT"))).isZero();
        assertThat(items.countDocuments(and(eq("state", "DONE"), gte("due", 1000))))
                .isEqualTo(48);
        assertThat(items.countDocuments(eq("tags", "new"))).isEqualTo(48);
        assertThat(ids(items, eq("state", "REPLACED"), ascending("due"))).containsExactly(0);
    }

    @Test
    void limitsAndSkipsInOrder() {
        items.createIndex(Indexes.ascending("state", "due"));
        List<Document> shuffled = new ArrayList<>(IntStream.range(0, 500)
                .mapToObj(i -> new Document("_id", i).append("state", "READY").append("due", new Date(i)))
                .toList());
        Collections.shuffle(shuffled, new Random(1));
        items.insertMany(shuffled);

        List<Object> page = new ArrayList<>();
        items.find(eq("state", "READY"))
                .sort(descending("due"))
                .skip(10)
                .limit(3)
                .forEach(each -> page.add(each.get("_id")));

        assertThat(page).containsExactly(489, 488, 487);
    }

    @Test
    void readsMoreThanOneBatch() {
        items.insertMany(
                IntStream.range(0, 1000).mapToObj(i -> new Document("_id", i)).toList());

        List<Document> all = items.find().batchSize(100).into(new ArrayList<>());

        assertThat(all).hasSize(1000).doesNotHaveDuplicates();
    }

    @Test
    void groupsAndSums() {
        insertMixedItems(items);
        items.createIndex(Indexes.ascending("state"));

        List<Document> sums = items.aggregate(List.of(
                        Aggregates.match(eq("state", "READY")),
                        Aggregates.group("$place.town", Accumulators.sum("n", 1)),
                        Aggregates.sort(ascending("_id"))))
                .into(new ArrayList<>());

        assertThat(sums).containsExactly(new Document("_id", "Хасково").append("n", 48));
    }

    @Test
    void keepsTheNewestOfAList() {
        items.insertOne(new Document("_id", 1).append("last", List.of(1, 2, 3)));

        items.updateOne(eq("_id", 1), pushEach("last", List.of(4, 5), new PushOptions().slice(-3)));

        assertThat(items.find().first().getList("last", Integer.class)).containsExactly(3, 4, 5);
    }

    @Test
    void showsOnlyTheFieldsAskedFor() {
        items.insertOne(new Document("_id", 1).append("a", 1).append("b", 2));

        assertThat(items.find().projection(Projections.include("b")).first())
                .isEqualTo(new Document("_id", 1).append("b", 2));
    }

    @Test
    void letsManyKeysWithoutAValueBeInASparseUniqueIndex() {
        items.createIndex(
                Indexes.ascending("code"), new IndexOptions().unique(true).sparse(true));
        items.insertMany(
                List.of(new Document("_id", 1), new Document("_id", 2), new Document("_id", 3).append("code", "x")));

        assertThatThrownBy(() -> items.insertOne(new Document("_id", 4).append("code", "x")))
                .isInstanceOf(MongoWriteException.class);
        assertThat(items.countDocuments()).isEqualTo(3);
    }

    @Test
    void givesTheLastSeatToOneOfManyWhoAsk() throws Exception {
        int capacity = 20;
        items.insertOne(
                new Document("_id", "haskovo").append("seats", List.of()).append("version", 0));

        List<Long> taken = fromManyThreads(100, person -> items.updateOne(
                        and(
                                eq("_id", "haskovo"),
                                exists("seats." + (capacity - 1), false),
                                ne("seats", "p" + person % 50)),
                        combine(push("seats", "p" + person % 50), inc("version", 1)))
                .getModifiedCount());

        Document forum = items.find().first();
        assertThat(taken.stream().mapToLong(Long::longValue).sum()).isEqualTo(capacity);
        assertThat(forum.getList("seats", String.class)).hasSize(capacity).doesNotHaveDuplicates();
        assertThat(forum.getInteger("version")).isEqualTo(capacity);
    }

    @Test
    void givesEachItemToOneOfManyWhoClaim() throws Exception {
        items.createIndex(Indexes.ascending("state", "due"));
        items.insertMany(IntStream.range(0, 100)
                .mapToObj(i -> new Document("_id", i).append("state", "READY").append("due", i))
                .toList());

        List<Object> claimed = fromManyThreads(100, i -> items.findOneAndUpdate(
                        eq("state", "READY"),
                        set("state", "SENDING"),
                        new FindOneAndUpdateOptions().sort(ascending("due")))
                .get("_id"));

        assertThat(claimed).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void showsWholeDocumentsWhileTheyChange() throws Exception {
        items.insertOne(new Document("_id", 1).append("a", 0).append("b", 0));

        List<Object> seen = fromManyThreads(200, i -> {
            if (i % 2 == 0) {
                Document fields = new Document("a", i).append("b", i).append("f" + i % 10, i);
                return items.updateOne(eq("_id", 1), new Document("$set", fields))
                                .getMatchedCount()
                        == 1;
            }
            Document now = items.find(eq("_id", 1)).first();
            return now.get("a").equals(now.get("b"));
        });

        assertThat(seen).hasSize(200).doesNotContain(false);
    }

    private interface Act<T> {
        T by(int number) throws Exception;
    }

    private static <T> List<T> fromManyThreads(int times, Act<? extends T> act) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<T>> acts = IntStream.range(0, times)
                    .mapToObj(i -> (Callable<T>) () -> act.by(i))
                    .toList();
            List<T> results = new ArrayList<>();
            for (var result : threads.invokeAll(acts)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
