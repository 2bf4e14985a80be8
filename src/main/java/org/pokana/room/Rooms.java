package org.pokana.room;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pokana.announcement.Boards;
import org.pokana.kernel.Address;
import org.pokana.messaging.Loses;
import org.pokana.messaging.Relocates;
import org.pokana.messaging.Words;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The groups the bot is in. Every change is one write and safe to repeat. */
@Component
class Rooms implements Boards, Relocates, Loses {

    private final MongoOperations store;
    private final Words words;

    Rooms(MongoOperations store, Words words) {
        this.store = store;
        this.words = words;
    }

    Optional<Room> find(Address at) {
        return Optional.ofNullable(store.findById(at.toString(), Room.class));
    }

    /** Added again after it was removed, it is linked no more. */
    void enter(Address at, Locale language) {
        store.save(new Room(at.toString(), language, false));
    }

    void leave(Address at) {
        store.remove(at(at), Room.class);
    }

    /** Nothing is posted any more where we were thrown out, also when nobody told us. */
    @Override
    public void lose(Address at) {
        leave(at);
    }

    void link(Address at, Locale language, boolean linked) {
        store.upsert(at(at), Update.update("linked", linked).setOnInsert("language", language), Room.class);
    }

    @Override
    public List<Board> all() {
        return store.find(query(where("linked").is(true)), Room.class).stream()
                .map(room -> new Board(room.address(), words.spoken(room.language())))
                .toList();
    }

    @Override
    public void relocate(Address from, Address to) {
        find(from).ifPresent(room -> {
            store.save(new Room(to.toString(), room.language(), room.linked()));
            leave(from);
        });
    }

    private static Query at(Address at) {
        return query(where("_id").is(at.toString()));
    }
}
