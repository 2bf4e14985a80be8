package org.pokana.archive;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.conversation.Spelling;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Everybody we ever talked with, found, sorted and cut into pages by the store. */
@Component
public class Directory {

    public static final int MOST_COUNTED = 1_000;

    private static final int MOST_WORDS = 6;

    private final MongoOperations store;

    Directory(MongoOperations store, Contacts contacts) {
        this.store = store;
        contacts.soughtBy(Directory::words);
    }

    /** What the list can be sorted by. */
    public enum Order {
        SINCE("since"),
        NAME("profile.name"),
        ORGANISATION("profile.organisation");

        private final String field;

        Order(String field) {
            this.field = field;
        }
    }

    /**
     * Who is looked for.
     *
     * @param channel of letters only
     * @param letters words of a name or an organisation, begun in whichever alphabet; or digits of an address
     */
    public record Wish(
            String letters,
            @Nullable String municipality,
            @Nullable String group,
            @Nullable String channel,
            Order order,
            boolean backwards) {}

    /**
     * @param all how many there are; {@link #MOST_COUNTED} and one for more
     * @param more whether another page follows
     */
    public record Page(List<Contact> people, long all, boolean more) {}

    /** Whoever has no name is found by nothing else than the time. */
    public Page find(Wish wish, int skipped, int most) {
        var sought = sought(wish);
        if (wish.order() != Order.SINCE) {
            sought.add(where(wish.order().field).gt(""));
        }
        var direction = wish.backwards() ? Direction.DESC : Direction.ASC;
        var page = all(sought).with(Sort.by(direction, wish.order().field)).skip(skipped);
        var people = store.find(page.limit(most + 1), Contact.class);
        boolean more = people.size() > most;
        return new Page(people.subList(0, Math.min(most, people.size())), count(sought), more);
    }

    /** Whoever sees a thousand people looks for fewer rather than for how many they are. */
    private long count(List<Criteria> sought) {
        if (sought.isEmpty()) {
            return store.estimatedCount(Contact.class);
        }
        var some = all(sought).limit(MOST_COUNTED + 1);
        some.fields().include("_id");
        return store.find(some, Document.class, "contacts").size();
    }

    private static Query all(List<Criteria> sought) {
        return sought.isEmpty() ? new Query() : query(new Criteria().andOperator(sought));
    }

    private static List<Criteria> sought(Wish wish) {
        var sought = new ArrayList<Criteria>();
        is("profile.municipality", wish.municipality(), sought);
        is("profile.group", wish.group(), sought);
        if (wish.channel() != null) {
            sought.add(where("reaches.at").regex("^" + wish.channel() + ":"));
        }
        var typed = wish.letters().strip();
        if (typed.matches("[+\\d][\\d ()/-]{2,30}")) {
            var digits = typed.replaceAll("\\D", "");
            sought.add(new Criteria()
                    .orOperator(
                            where("reaches.at").regex(":.*" + digits),
                            where("sought").regex("^" + digits)));
        } else {
            Arrays.stream(Spelling.fold(typed).split(" "))
                    .filter(word -> !word.isEmpty())
                    .limit(MOST_WORDS)
                    .forEach(word -> sought.add(where("sought").regex("^" + word)));
        }
        return sought;
    }

    private static void is(String field, @Nullable String value, List<Criteria> sought) {
        if (value != null) {
            sought.add(where(field).is(value));
        }
    }

    private static List<String> words(Profile profile) {
        return Stream.of(profile.name(), profile.organisation())
                .filter(Objects::nonNull)
                .flatMap(text -> Arrays.stream(Spelling.fold(text).split(" ")))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** Those who were known before they could be looked for; true when there are no more of them. */
    boolean spell(int most) {
        var unspelled =
                query(where("profile.name").ne(null).and("sought").is(null)).limit(most);
        var some = store.find(unspelled, Contact.class);
        if (!some.isEmpty()) {
            var all = store.bulkOps(BulkMode.UNORDERED, Contact.class);
            some.forEach(one -> all.updateOne(
                    query(where("_id").is(one.key()).and("sought").is(null)), // what is learnt meanwhile stays
                    Update.update("sought", words(one.profile()))));
            all.execute();
        }
        return some.size() < most;
    }
}
