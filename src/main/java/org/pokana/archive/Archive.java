package org.pokana.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.kernel.Address;
import org.pokana.messaging.Chats;
import org.pokana.messaging.Chats.Side;
import org.pokana.messaging.Message.State;
import org.pokana.messaging.Spoken;
import org.springframework.stereotype.Component;

/** Finds what was said by some of its words, the latest first. */
@Component
public class Archive {

    private final Chats chats;
    private final Shelf shelf;
    private final Contacts contacts;

    Archive(Chats chats, Shelf shelf, Contacts contacts) {
        this.chats = chats;
        this.shelf = shelf;
        this.contacts = contacts;
    }

    /** Whoever works at the desk is sent links by which whoever holds them is taken for them: these nobody else reads. */
    public static boolean mayBeRead(Contact talksWithUs) {
        return talksWithUs.roles().isEmpty();
    }

    /** Something that was said with somebody, and the part of it in which the words are. */
    public record Found(Contact with, Spoken said, Excerpt excerpt) {}

    /** @param next where to go on; null when that was all */
    public record Page(List<Found> found, @Nullable Long next) {}

    /**
     * @param words all of which must have been said, in whatever form and letters
     * @param where at these addresses only; null for all
     * @param side by one side only; null for both
     * @param before where to go on; null to begin
     */
    public Page find(
            String words, @Nullable List<Address> where, @Nullable Side side, @Nullable Long before, int most) {
        var asked = Terms.asked(words);
        if (asked.isEmpty() || where != null && where.isEmpty()) {
            return new Page(List.of(), null);
        }
        var names = where == null ? null : where.stream().map(Address::toString).toList();
        var wish = new Wish(asked, names, side, before == null ? Long.MAX_VALUE : before);
        var found = new ArrayList<Found>();
        var people = new HashMap<Address, Optional<Contact>>();
        long last = wish.before();
        for (var hits = hits(wish, most); !hits.isEmpty(); hits = hits(wish.before(last), most)) {
            var said = read(hits);
            for (var hit : hits) {
                if (found.size() == most) {
                    return new Page(found, last);
                }
                last = hit.rank();
                var one = said.get(hit.side() + hit.id());
                if (one != null) {
                    people.computeIfAbsent(one.where(), contacts::at)
                            .filter(Archive::mayBeRead)
                            .ifPresent(with -> found.add(new Found(with, one, Excerpt.of(one.text(), asked))));
                }
            }
        }
        return new Page(found, null);
    }

    private List<Index.Hit> hits(Wish wish, int most) {
        return shelf.index().find(wish, most + 1);
    }

    /** What is not in the store any more is not found, whatever the index says. */
    private Map<String, Spoken> read(List<Index.Hit> hits) {
        var said = new HashMap<String, Spoken>();
        for (Side side : Side.values()) {
            var ids = new HashSet<String>();
            hits.stream().filter(hit -> hit.side() == side).forEach(hit -> ids.add(hit.id()));
            if (!ids.isEmpty()) {
                chats.find(side, ids).stream().filter(Archive::wasSaid).forEach(one -> said.put(side + one.id(), one));
            }
        }
        return said;
    }

    private static boolean wasSaid(Spoken one) {
        return one.isTheirs() || one.standing() == State.SENT || one.standing() == State.UNCERTAIN;
    }
}
