package org.pokana.messaging;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Incoming.Kind;
import org.pokana.messaging.Message.State;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** What was said with a person, a piece at a time, however much there is: the inbox and the outbox read together. */
@Component
public class Chats {

    /** So many may have been said at the very moment at which a piece ends. */
    private static final int TIES = 20;

    private static final List<State> WAITING = List.of(State.READY, State.SENDING, State.HELD);

    private final MongoOperations store;

    public Chats(MongoOperations store) {
        this.store = store;
    }

    /** Who speaks. */
    public enum Side {
        THEIRS("inbox", "from", "at"),
        OURS("outbox", "to", "settledAt");

        final String collection;
        final String address;
        final String at;

        Side(String collection, String address, String at) {
            this.collection = collection;
            this.address = address;
            this.at = at;
        }
    }

    /** The last things that were over before a moment, the oldest first; a few more if several are of one moment. */
    public List<Spoken> before(List<Address> where, Instant moment, int most) {
        var latest = read(where, most, Direction.DESC, at -> at.lt(moment));
        return cut(latest, most).sorted(OLDEST_FIRST).toList();
    }

    /** The first things after a moment, the oldest first. */
    public List<Spoken> after(List<Address> where, Instant moment, int most) {
        return cut(read(where, most, Direction.ASC, at -> at.gt(moment)), most).toList();
    }

    /** What we have yet to say, in the order in which it was meant to be said. */
    public List<Spoken> waiting(List<Address> where, int most) {
        var waiting = where("to")
                .in(names(where))
                .and("state")
                .in(WAITING)
                .and("settledAt")
                .is(null);
        return lines(Side.OURS, query(waiting).limit(most)).sorted(OLDEST_FIRST).toList();
    }

    /** The moment at which something was said, and under which id it is found. */
    public record Mark(String id, Instant at) {}

    /** What was said by one side since a moment, to and by whomever, the oldest first. */
    public List<Mark> since(Side side, Instant moment, int most) {
        var marks = query(where(side.at).gte(moment)).with(Sort.by(side.at)).limit(most);
        marks.fields().include("_id", side.at);
        return store.find(marks, Document.class, side.collection).stream()
                .map(mark ->
                        new Mark(mark.getString("_id"), mark.getDate(side.at).toInstant()))
                .toList();
    }

    /** Those of them that are still kept. */
    public List<Spoken> find(Side side, Collection<String> ids) {
        return lines(side, query(betweenUs(side, where("_id").in(ids)))).toList();
    }

    /** What they say where many talk is no part of their talk with us. */
    private static Criteria betweenUs(Side side, Criteria said) {
        return side == Side.OURS ? said : said.and("room").is(null).and("kind").ne(Kind.OTHER.name());
    }

    /** When they last told us, by blocking us there, not to write any more. */
    public Optional<Instant> blockedAt(Address at) {
        var blocked = where("from").is(at.toString()).and("kind").is(Kind.BLOCKED_US.name());
        var last = query(blocked).with(Sort.by(Direction.DESC, "at")).limit(1);
        return lines(Side.THEIRS, last).findFirst().map(Spoken::at);
    }

    /** How many announcements reached somebody, and when the last did. */
    public record Announced(int count, @Nullable Instant last) {}

    public Announced announcedTo(ContactId who) {
        var sent = where("contact").is(who.value()).and("lane").is(Lane.ANNOUNCEMENT.name());
        sent.and("state").is(State.SENT.name());
        var some = query(sent);
        some.fields().include("cause", "settledAt");
        var all = store.find(some, Document.class, Side.OURS.collection);
        var last = all.stream().map(one -> one.getDate("settledAt")).max(Comparator.naturalOrder());
        return new Announced(
                (int) all.stream().map(one -> one.getString("cause")).distinct().count(),
                last.map(Date::toInstant).orElse(null));
    }

    private static final Comparator<Spoken> OLDEST_FIRST = Comparator.comparing(Spoken::at);

    /** A condition on the moment. */
    private interface When {
        Criteria of(Criteria at);
    }

    private List<Spoken> read(List<Address> where, int most, Direction direction, When when) {
        var inOrder = direction.isAscending() ? OLDEST_FIRST : OLDEST_FIRST.reversed();
        return Stream.of(Side.values())
                .flatMap(side -> {
                    var said = when.of(where(side.address).in(names(where)).and(side.at));
                    return lines(
                            side,
                            query(betweenUs(side, said))
                                    .with(Sort.by(direction, side.at))
                                    .limit(most + TIES));
                })
                .sorted(inOrder)
                .toList();
    }

    /** What is of the same moment stays together, so that the moment tells where to go on. */
    private static Stream<Spoken> cut(List<Spoken> lines, int most) {
        if (lines.size() <= most) {
            return lines.stream();
        }
        var end = lines.get(most - 1).at();
        return Stream.concat(
                lines.stream().limit(most),
                lines.stream().skip(most).takeWhile(line -> line.at().equals(end)));
    }

    /** Files stay where they are: only their names are shown. */
    private Stream<Spoken> lines(Side side, Query which) {
        if (side == Side.OURS) {
            which.fields().exclude("content.bytes");
        }
        return store.find(which, Document.class, side.collection).stream()
                .map(side == Side.OURS ? Spoken::ours : Spoken::theirs);
    }

    private static List<String> names(List<Address> where) {
        return where.stream().map(Address::toString).toList();
    }
}
