package org.pokana.helpdesk;

import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.helpdesk.Question.Event;
import org.pokana.helpdesk.Question.Kind;
import org.pokana.kernel.ContactId;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Changes a question by one guarded write that also notes what happened; then everybody concerned is told. */
@Component
class Changes {

    private final MongoOperations store;
    private final Telling telling;
    private final Clock clock;

    Changes(MongoOperations store, Telling telling, Clock clock) {
        this.store = store;
        this.telling = telling;
        this.clock = clock;
    }

    Optional<Question> find(String id) {
        return Optional.ofNullable(store.findById(id, Question.class));
    }

    /** The question after it; empty when the guard did not hold. */
    Optional<Question> make(String id, Criteria guard, Update update) {
        update.inc("version", 1).set("untold", true).set("changedAt", clock.instant());
        var changed = Optional.ofNullable(store.findAndModify(
                query(guard.and("_id").is(id)),
                update,
                FindAndModifyOptions.options().returnNew(true),
                Question.class));
        changed.ifPresent(telling::tell);
        return changed;
    }

    /** What was changed already, when it is done a second time. */
    Optional<Question> noted(String id, String event) {
        return find(id).filter(question ->
                question.events().stream().anyMatch(each -> each.key().equals(event)));
    }

    Event event(String key, Kind kind, @Nullable ContactId by, @Nullable String to, String text) {
        return new Event(key, kind, by == null ? null : by.value(), to, text, clock.instant());
    }

    /** Something that can happen several times. */
    Event event(Kind kind, @Nullable ContactId by, String text) {
        return event(kind + "-" + clock.millis(), kind, by, null, text);
    }
}
