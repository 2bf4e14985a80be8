package org.pokana.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Each operation our promises rest on, with what must come of it. */
final class Operations {

    private final MongoCollection<Document> scratch;

    Operations(MongoCollection<Document> scratch) {
        this.scratch = scratch;
    }

    Map<String, Runnable> all() {
        Map<String, Runnable> all = new LinkedHashMap<>();
        all.put("refusing an insert under an existing _id", this::refusesSecondInsert);
        all.put("inserting the rest of an unordered batch", this::insertsTheRestOfABatch);
        all.put("updating only under a condition", this::updatesUnderACondition);
        all.put("findAndModify under a condition", this::claimsOnce);
        all.put("guarding the length of an array while pushing to it", this::fillsSeatsUpToTheLast);
        all.put("$pull, $addToSet and $unset", this::takesAwayAndAddsOnce);
        all.put("upsert with $setOnInsert", this::insertsOnce);
        all.put("$in", this::findsOneOfSeveral);
        all.put("distinct values under a condition", this::tellsDistinctValues);
        all.put("sort and limit", this::findsTheFirstInOrder);
        all.put("regular expressions that ignore case", this::findsByPattern);
        all.put("a unique index", this::keepsAnIndexUnique);
        all.put("counting", this::counts);
        all.put("deleteMany", this::deletesMany);
        return all;
    }

    private void refusesSecondInsert() {
        scratch.insertOne(new Document("_id", "olena"));
        require(isRefused(() -> scratch.insertOne(new Document("_id", "olena"))));
    }

    private void insertsTheRestOfABatch() {
        scratch.insertOne(new Document("_id", 2));
        List<Document> batch = List.of(new Document("_id", 1), new Document("_id", 2), new Document("_id", 3));
        try {
            scratch.insertMany(batch, new InsertManyOptions().ordered(false));
            throw new IllegalStateException("the duplicate was not reported");
        } catch (MongoBulkWriteException e) {
            require(e.getWriteErrors().size() == 1);
            require(e.getWriteErrors().get(0).getCategory() == ErrorCategory.DUPLICATE_KEY);
        }
        require(ids(new Document()).size() == 3);
    }

    private void updatesUnderACondition() {
        scratch.insertOne(new Document("_id", 1).append("version", 4));
        Bson change = combine(set("state", "DONE"), inc("version", 1));
        require(scratch.updateOne(and(eq("_id", 1), eq("version", 4)), change).getModifiedCount() == 1);
        require(scratch.updateOne(and(eq("_id", 1), eq("version", 4)), change).getMatchedCount() == 0);
    }

    private void claimsOnce() {
        scratch.insertMany(List.of(item(1, "READY", 20), item(2, "READY", 10), item(3, "SENT", 5)));
        Bson ready = and(eq("state", "READY"), lte("due", 15));
        FindOneAndUpdateOptions first =
                new FindOneAndUpdateOptions().sort(Sorts.ascending("due")).returnDocument(ReturnDocument.AFTER);
        @Nullable Document claimed = scratch.findOneAndUpdate(ready, set("state", "SENDING"), first);
        require(new Document("_id", 2)
                .append("state", "SENDING")
                .append("due", 10)
                .equals(claimed));
        require(scratch.findOneAndUpdate(ready, set("state", "SENDING"), first) == null);
    }

    private void fillsSeatsUpToTheLast() {
        scratch.insertOne(
                new Document("_id", 1).append("seats", List.of("olena")).append("version", 1));
        require(takeSeat("olena") == 0);
        require(takeSeat("ivan") == 1);
        require(takeSeat("maria") == 0);
        require(first(eq("_id", 1)).getInteger("version") == 2);
    }

    private long takeSeat(String person) {
        Bson free = and(eq("_id", 1), exists("seats.1", false), ne("seats", person));
        return scratch.updateOne(free, combine(push("seats", person), inc("version", 1)))
                .getModifiedCount();
    }

    private void takesAwayAndAddsOnce() {
        scratch.insertOne(
                new Document("_id", 1).append("seats", List.of("olena", "ivan")).append("held", true));
        scratch.updateOne(eq("_id", 1), combine(pull("seats", "olena"), addToSet("tags", "a"), unset("held")));
        scratch.updateOne(eq("_id", 1), addToSet("tags", "a"));
        Document after = first(eq("_id", 1));
        require(after.getList("seats", String.class).equals(List.of("ivan")));
        require(after.getList("tags", String.class).equals(List.of("a")));
        require(!after.containsKey("held"));
    }

    private void insertsOnce() {
        Bson both = combine(setOnInsert("made", 1), inc("seen", 1));
        scratch.updateOne(eq("_id", "a"), both, new UpdateOptions().upsert(true));
        scratch.updateOne(eq("_id", "a"), both, new UpdateOptions().upsert(true));
        require(first(eq("_id", "a"))
                .equals(new Document("_id", "a").append("made", 1).append("seen", 2)));
    }

    private void tellsDistinctValues() {
        scratch.insertMany(List.of(item(1, "READY", 1), item(2, "READY", 2), item(3, "SENT", 3)));
        var states = scratch.distinct("state", lte("due", 2), String.class).into(new ArrayList<>());
        require(states.equals(List.of("READY")));
    }

    private void findsOneOfSeveral() {
        scratch.insertMany(List.of(item(1, "READY", 1), item(2, "SENDING", 1), item(3, "SENT", 1)));
        require(ids(in("state", "READY", "SENT")).equals(List.of(1, 3)));
    }

    private void findsTheFirstInOrder() {
        scratch.insertMany(List.of(item(1, "READY", 30), item(2, "READY", 10), item(3, "READY", 20)));
        List<Document> found = scratch.find(gt("due", 5))
                .sort(Sorts.descending("due"))
                .limit(2)
                .into(new ArrayList<>());
        require(found.stream().map(each -> each.get("_id")).toList().equals(List.of(1, 3)));
    }

    private void findsByPattern() {
        scratch.insertOne(new Document("_id", 1).append("name", "Хасково"));
        require(ids(regex("name", "^хаск", "i")).equals(List.of(1)));
    }

    private void keepsAnIndexUnique() {
        scratch.createIndex(Indexes.ascending("forum", "contact"), new IndexOptions().unique(true));
        scratch.insertOne(new Document("_id", 1).append("forum", "haskovo").append("contact", "olena"));
        scratch.insertOne(new Document("_id", 2).append("forum", "haskovo").append("contact", "ivan"));
        Document again = new Document("_id", 3).append("forum", "haskovo").append("contact", "ivan");
        require(isRefused(() -> scratch.insertOne(again)));
    }

    private void counts() {
        scratch.insertMany(List.of(item(1, "READY", 1), item(2, "READY", 1), item(3, "SENT", 1)));
        require(scratch.countDocuments(eq("state", "READY")) == 2);
    }

    private void deletesMany() {
        scratch.insertMany(List.of(item(1, "READY", 1), item(2, "SENT", 1), item(3, "SENT", 1)));
        require(scratch.deleteMany(eq("state", "SENT")).getDeletedCount() == 2);
        require(ids(new Document()).equals(List.of(1)));
    }

    private static Document item(int id, String state, int due) {
        return new Document("_id", id).append("state", state).append("due", due);
    }

    private Document first(Bson filter) {
        return Objects.requireNonNull(scratch.find(filter).first(), "not found again");
    }

    private List<Object> ids(Bson filter) {
        List<Object> ids = new ArrayList<>();
        scratch.find(filter).sort(Sorts.ascending("_id")).forEach(found -> ids.add(found.get("_id")));
        return ids;
    }

    private static boolean isRefused(Runnable write) {
        try {
            write.run();
            return false;
        } catch (MongoWriteException e) {
            return e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
        }
    }

    private static void require(boolean expected) {
        if (!expected) {
            throw new IllegalStateException("the result is not what was expected");
        }
    }
}
