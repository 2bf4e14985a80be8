package org.pokana.announcement;

import static org.pokana.kernel.Phrase.phrase;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.kernel.Address;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.Choice;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Line;
import org.pokana.messaging.Channel;
import org.pokana.messaging.Channels;
import org.pokana.messaging.Content;
import org.pokana.messaging.KeptFiles;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.Message.State;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.messaging.Words;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Takes announcements back from everybody's chat. Each step goes through the outbox like everything else, under an id
 * that follows from what is taken back, so whatever happens in between, nothing is taken back twice or forgotten.
 */
@Component
public class Withdrawals {

    private static final String CAUSE = "announcement-gone:";

    private final MongoOperations store;
    private final Outbox outbox;
    private final Channels channels;
    private final KeptFiles files;
    private final Contacts contacts;
    private final Words words;
    private final Clock clock;

    Withdrawals(
            MongoOperations store,
            Outbox outbox,
            Channels channels,
            KeptFiles files,
            Contacts contacts,
            Words words,
            Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.channels = channels;
        this.files = files;
        this.contacts = contacts;
        this.words = words;
        this.clock = clock;
    }

    /** How many people it can be taken back from, and how many have it for too long, or where that cannot be. */
    record Reach(int people, int tooOld) {}

    Reach reach(Announcement announcement) {
        var everybody = new HashSet<String>();
        var stays = new HashSet<String>();
        sent(announcement.cause()).forEach(message -> {
            everybody.add(message.contact());
            if (!canGo(message)) {
                stays.add(message.contact());
            }
        });
        return new Reach(everybody.size() - stays.size(), stays.size());
    }

    private boolean canGo(Message message) {
        return channels.of(message.address()).orElse(null) instanceof Channel.Deletable channel
                && Objects.requireNonNull(message.settledAt())
                        .plus(channel.deletableFor())
                        .isAfter(clock.instant());
    }

    private Stream<Message> sent(String cause) {
        return outbox.of(cause, List.of(State.SENT)).stream().filter(message -> message.receipt() != null);
    }

    /** From now on it is being taken back. */
    void begin(Announcement announcement, ContactId by, @Nullable Address reportTo) {
        var withdrawal = new Withdrawal(
                clock.instant(),
                by.value(),
                Optional.ofNullable(reportTo).map(Address::toString).orElse(null),
                reach(announcement).tooOld(),
                false,
                false);
        store.updateFirst(
                query(where("_id")
                        .is(announcement.id())
                        .and("settled")
                        .is(true)
                        .and("withdrawal")
                        .is(null)),
                Update.update("withdrawal", withdrawal).set("terms.standing", false),
                Announcement.class);
    }

    /** How many people no longer have it. */
    int gone(Announcement announcement) {
        return outbox.count(CAUSE + announcement.id()).getOrDefault(State.SENT, 0);
    }

    /** One tick: any instance, any number of times, also at once. */
    public void carryOn() {
        store.find(query(where("withdrawal.told").is(false)), Announcement.class)
                .forEach(announcement -> carryOn(announcement, Objects.requireNonNull(announcement.withdrawal())));
    }

    private void carryOn(Announcement announcement, Withdrawal withdrawal) {
        if (!withdrawal.put()) {
            files.discard(announcement.items().stream().map(Item::file).toList());
            outbox.put(Stream.concat(sent(announcement.cause()), anew(announcement))
                    .filter(this::canGo)
                    .map(message -> post(message, CAUSE + announcement.id()))
                    .toList());
            outbox.put(sent(announcement.boardCause())
                    .filter(this::canGo)
                    .map(message -> post(message, CAUSE + announcement.id() + ":boards"))
                    .toList());
            note(announcement, "withdrawal.put");
            return;
        }
        var counts = outbox.count(CAUSE + announcement.id());
        if (counts.keySet().stream().allMatch(State::isFinal)) {
            tell(announcement, withdrawal, counts);
            note(announcement, "withdrawal.told");
        }
    }

    /** Corrections that came as messages of their own. */
    private Stream<Message> anew(Announcement announcement) {
        Set<String> known = sent(announcement.cause())
                .map(message -> message.to() + message.receipt())
                .collect(Collectors.toSet());
        return sent(Corrections.CAUSE + announcement.id())
                .filter(message -> !known.contains(message.to() + message.receipt()));
    }

    private Post post(Message message, String cause) {
        return Post.of(
                        "anngone:" + message.id(),
                        new ContactId(message.contact()),
                        message.address(),
                        Lane.ANNOUNCEMENT,
                        new Content.Withdrawal(),
                        cause,
                        clock.instant())
                .amending(message.id());
    }

    private void note(Announcement announcement, String step) {
        store.updateFirst(query(where("_id").is(announcement.id())), Update.update(step, true), Announcement.class);
    }

    private void tell(Announcement announcement, Withdrawal withdrawal, Map<State, Integer> counts) {
        var by = withdrawal.by();
        var to = withdrawal.reportTo();
        if (by == null || to == null) {
            return;
        }
        var person = new ContactId(by);
        var language = contacts.find(person).map(Contact::language).orElse(Locale.forLanguageTag("bg"));
        int gone = counts.getOrDefault(State.SENT, 0);
        int failed = counts.values().stream().mapToInt(Integer::intValue).sum() - gone;
        var line = Line.of(
                        phrase(
                                "announcement.withdrawn",
                                Reports.excerpt(announcement),
                                gone,
                                withdrawal.tooOld(),
                                failed),
                        Choice.to("announcements"),
                        Choice.to("announce"))
                .thatLasts();
        outbox.put(List.of(Post.of(
                "anngone-told:" + announcement.id(),
                person,
                Address.parse(to),
                Lane.REPLY,
                words.content(line, language),
                "announcement-progress:" + announcement.id(),
                clock.instant())));
    }
}
