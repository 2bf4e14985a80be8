package org.pokana.forum;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The forums in the making. Whoever saves over what somebody else wrote meanwhile saves nothing. */
@Component
public class Sketches {

    private final MongoOperations store;
    private final Clock clock;

    Sketches(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The latest first. */
    public List<Sketch> all() {
        return store.find(new Query().with(Sort.by(Sort.Order.desc("at"), Sort.Order.asc("_id"))), Sketch.class);
    }

    public Optional<Sketch> find(String id) {
        return Optional.ofNullable(store.findById(id, Sketch.class));
    }

    /** Nothing is written yet. */
    public Sketch empty(String id) {
        return new Sketch(id, Map.of(), 0, clock.instant());
    }

    /**
     * Empty when it is no longer as it was seen. Saving the same twice is saving it once.
     *
     * @param seen its version then
     */
    public Optional<Sketch> save(String id, long seen, Map<String, String> fields) {
        var known = new HashMap<String, String>();
        SketchReading.FIELDS.forEach(field -> known.put(field, fields.getOrDefault(field, "")));
        var saved = new Sketch(id, known, seen + 1, clock.instant());
        var now = find(id);
        if (now.isPresent() && now.get().fields().equals(known)) {
            return now;
        }
        return seen == 0 ? inserted(saved) : replaced(saved, seen);
    }

    private Optional<Sketch> inserted(Sketch sketch) {
        try {
            return Optional.of(store.insert(sketch));
        } catch (DuplicateKeyException savedMeanwhile) {
            return Optional.empty();
        }
    }

    private Optional<Sketch> replaced(Sketch sketch, long seen) {
        var asSeen = query(where("_id").is(sketch.id()).and("version").is(seen));
        var update = Update.update("fields", sketch.fields())
                .set("version", sketch.version())
                .set("at", sketch.at());
        return store.updateFirst(asSeen, update, Sketch.class).getMatchedCount() == 1
                ? Optional.of(sketch)
                : Optional.empty();
    }

    public void discard(String id) {
        store.remove(query(where("_id").is(id)), Sketch.class);
    }

    /** What a forum is known by for good; whoever notes it first has it. */
    @Document("forumIds")
    record Taken(@Id String id, String sketch) {}

    /** The forum it has become. */
    Optional<String> openedAs(String sketch) {
        return store.find(query(where("sketch").is(sketch)), Taken.class).stream()
                .map(Taken::id)
                .findFirst();
    }

    /** The first of these that is nobody else's, the same again for the same sketch. */
    String id(Sketch sketch, String wanted) {
        for (int number = 1; ; number++) {
            var id = number == 1 ? wanted : wanted + "-" + number;
            if (isTheirs(id, sketch)) {
                return id;
            }
        }
    }

    private boolean isTheirs(String id, Sketch sketch) {
        var taken = store.findById(id, Taken.class);
        if (taken != null) {
            return taken.sketch().equals(sketch.id());
        }
        if (store.exists(query(where("_id").is(id)), Forum.class)) {
            return false;
        }
        try {
            store.insert(new Taken(id, sketch.id()));
            return true;
        } catch (DuplicateKeyException meanwhile) {
            return isTheirs(id, sketch);
        }
    }
}
