package org.pokana.messaging;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.pokana.kernel.Address;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Incoming.Kind;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** What was said with a person, both ways: the inbox and the outbox read together; nothing is kept twice. */
@Component
@Order(0) // what is made from it is forgotten after it, or it would be made again
public class Transcript implements Remembers, Forgets, Fades {

    /** A large removal in one piece would hold up everybody who is talking. */
    private static final int AT_ONCE = 500;

    private final MongoOperations store;

    public Transcript(MongoOperations store) {
        this.store = store;
    }

    /** @param byThem whether the person said it, or we did */
    public record Said(Instant at, boolean byThem, String channel, String text, String state) {}

    /** Everything said at these addresses, the oldest first. */
    public List<Said> at(List<Address> addresses) {
        var names = addresses.stream().map(Address::toString).toList();
        var theirs = store.find(query(where("from").in(names)), Received.class).stream()
                .map(Transcript::said);
        var ours =
                store.find(query(where("to").in(names)), Message.class).stream().map(Transcript::said);
        return Stream.concat(theirs, ours)
                .sorted(Comparator.comparing(Said::at))
                .toList();
    }

    /** The last things said in words at an address before a moment, the latest first. */
    public List<Said> latest(Address address, Instant before, int most) {
        var theirs = where("from").is(address.toString()).and("at").lt(before);
        theirs.and("room").is(null).and("kind").is(Kind.SAID);
        var ours = where("to").is(address.toString()).and("settledAt").lt(before);
        return Stream.concat(
                        store.find(latest(theirs, "at", most), Received.class).stream()
                                .map(Transcript::said),
                        store.find(latest(ours, "settledAt", most), Message.class).stream()
                                .map(Transcript::said))
                .sorted(Comparator.comparing(Said::at).reversed())
                .limit(most)
                .toList();
    }

    private static Query latest(Criteria said, String at, int most) {
        return query(said).with(Sort.by(Direction.DESC, at)).limit(most);
    }

    private static Said said(Received received) {
        var pick = received.pick();
        return new Said(
                received.at(),
                true,
                Address.parse(received.from()).channel(),
                pick == null ? received.text() : pick,
                received.state().name());
    }

    private static Said said(Message message) {
        var settled = message.settledAt();
        return new Said(
                settled == null ? message.putAt() : settled,
                false,
                message.address().channel(),
                text(message.content()),
                message.state().name());
    }

    /** The words of any content, with what its files are called. */
    static String text(Content content) {
        if (content instanceof Content.Document document) {
            return document.name();
        }
        if (content instanceof Content.Place place) {
            return place.title() + ", " + place.address();
        }
        if (content instanceof Content.Media media) {
            return Stream.concat(
                            media.items().stream().map(Item::name),
                            Stream.of(media.words().text()))
                    .filter(said -> !said.isBlank())
                    .collect(Collectors.joining("\n"));
        }
        return Content.words(content).text();
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public List<?> of(ContactId contact, List<Address> addresses) {
        return at(addresses).stream().map(Transcript::plain).toList();
    }

    private static Map<String, Object> plain(Said said) {
        var plain = new LinkedHashMap<String, Object>();
        plain.put("at", said.at().toString());
        plain.put("by", said.byThem() ? "you" : "us");
        plain.put("channel", said.channel());
        plain.put("text", said.text());
        plain.put("state", said.state());
        return plain;
    }

    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        var names = addresses.stream().map(Address::toString).toList();
        store.remove(query(where("from").in(names)), Received.class);
        store.remove(query(where("to").in(names)), Message.class);
        store.remove(ofContact(contact), Message.class);
    }

    /** What still waits to be sent stays, however old. */
    @Override
    public long fade(Instant before) {
        return fade(where("at").lt(before), Received.class)
                + fade(where("settledAt").lt(before), Message.class);
    }

    private long fade(Criteria ended, Class<?> kind) {
        var some = query(ended).limit(AT_ONCE);
        some.fields().include("_id");
        long faded = 0;
        for (var ids = ids(some, kind); !ids.isEmpty(); ids = ids(some, kind)) {
            store.remove(query(where("_id").in(ids)), kind);
            faded += ids.size();
        }
        return faded;
    }

    private List<Object> ids(Query some, Class<?> kind) {
        return store.find(some, Document.class, store.getCollectionName(kind)).stream()
                .map(document -> document.get("_id"))
                .toList();
    }

    private static Query ofContact(ContactId contact) {
        return query(where("contact").is(contact.value()));
    }
}
