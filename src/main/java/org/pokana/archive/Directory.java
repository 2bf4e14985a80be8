package org.pokana.archive;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.conversation.Spelling;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Everybody we ever talked with, found, sorted and cut into pages by the store. */
@Component
public class Directory {

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

    public record Page(List<Contact> people, long all) {}

    /** The names first whichever way it is sorted: whoever has none is found by nothing else than the time. */
    public Page find(Wish wish, int skipped, int most) {
        var sought = sought(wish);
        var direction = wish.backwards() ? Direction.DESC : Direction.ASC;
        if (wish.order() != Order.SINCE) {
            sought.add(where(wish.order().field).ne(null));
        }
        var page = all(sought).with(Sort.by(direction, wish.order().field)).skip(skipped);
        return new Page(store.find(page.limit(most), Contact.class), store.count(all(sought), Contact.class));
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
        some.forEach(one -> store.updateFirst(
                query(where("_id").is(one.key()).and("sought").is(null)), // what is learnt meanwhile stays
                Update.update("sought", words(one.profile())),
                Contact.class));
        return some.size() < most;
    }
}
