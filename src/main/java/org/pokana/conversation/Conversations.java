package org.pokana.conversation;

import static org.pokana.kernel.Phrase.phrase;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.kernel.CrashPoint;
import org.pokana.kernel.Line;
import org.pokana.messaging.Brought;
import org.pokana.messaging.Ear;
import org.pokana.messaging.Incoming;
import org.pokana.messaging.Incoming.Kind;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Porter;
import org.pokana.messaging.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Hears what people say and answers. Where a talk stands and what is to be said go into the store in one write; the
 * replies are copied to the outbox afterwards under ids that make a second copy harmless.
 */
class Conversations implements Ear {

    private static final Logger log = LoggerFactory.getLogger(Conversations.class);
    private static final int MOST_TRIES = 5;
    private static final Duration NOTED = Duration.ofMinutes(10);
    private static final Duration DOUBLE_TAP = Duration.ofSeconds(2);

    private final MongoOperations store;
    private final Contacts contacts;
    private final Outbox outbox;
    private final Porter porter;
    private final Flows flows;
    private final Words words;
    private final Replies replies;
    private final Sight sight;
    private final Clock clock;

    Conversations(
            MongoOperations store,
            Contacts contacts,
            Outbox outbox,
            Porter porter,
            Flows flows,
            Words words,
            Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.outbox = outbox;
        this.porter = porter;
        this.flows = flows;
        this.words = words;
        this.replies = new Replies(contacts, words);
        this.sight = new Sight(outbox);
        this.clock = clock;
    }

    @Override
    public void hear(Incoming incoming) {
        if (incoming.kind() == Kind.BLOCKED_US) {
            blocked(incoming);
            return;
        }
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            if (heard(incoming)) {
                return;
            }
        }
        throw new OptimisticLockingFailureException(
                "the conversation kept changing while " + incoming.id() + " was heard");
    }

    private void blocked(Incoming incoming) {
        contacts.at(incoming.from()).ifPresent(contact -> {
            contacts.lost(incoming.from());
            outbox.callOff(incoming.from(), List.of(Lane.REMINDER, Lane.ANNOUNCEMENT), "blocked us");
        });
    }

    /** False when somebody else changed the conversation meanwhile. */
    private boolean heard(Incoming incoming) {
        var contact = contacts.meet(incoming.from(), words.spoken(incoming.language()));
        note(contact, incoming);
        var before = conversation(contact, incoming);
        if (!before.pending().isEmpty()) {
            flush(before);
        }
        if (before.hasHeard(incoming.id()) || incoming.kind() == Kind.CAME_BACK || isSecondTap(incoming, before)) {
            return true;
        }
        var after = decide(incoming, contact, before);
        CrashPoint.DECIDED.hit();
        if (!save(after)) {
            return false;
        }
        CrashPoint.REMEMBERED.hit();
        flush(after);
        return true;
    }

    /** The answer to the first already stands where the button was: another would wipe it out. */
    private static boolean isSecondTap(Incoming incoming, Conversation before) {
        return before.heardLast(tap(incoming))
                && incoming.at().isBefore(before.at().plus(DOUBLE_TAP));
    }

    private static @Nullable String tap(Incoming incoming) {
        return incoming.tapped() == null ? null : incoming.tapped() + ":" + incoming.pick();
    }

    private void note(Contact contact, Incoming incoming) {
        var now = clock.instant();
        contact.reaches().stream()
                .filter(reach -> reach.at().equals(incoming.from().toString()))
                .filter(reach -> !reach.open() || reach.lastHeard().plus(NOTED).isBefore(now))
                .findAny()
                .ifPresent(reach -> contacts.heardAt(incoming.from()));
    }

    private Conversation conversation(Contact contact, Incoming incoming) {
        var fresh = Conversation.fresh(contact.id(), incoming.from(), clock.instant());
        return Optional.ofNullable(store.findById(fresh.id(), Conversation.class))
                .orElse(fresh);
    }

    private Conversation decide(Incoming incoming, Contact contact, Conversation before) {
        var shown = sight.of(before, incoming.from(), clock.instant());
        try {
            var person = new Talk.Person(contact, incoming.from(), incoming.signature());
            var decision = new Decision(flows, person, before, shown, clock.instant());
            decision.on(incoming, decision.takesFiles() ? brought(incoming) : null, repliedTo(incoming));
            return after(before, shown, incoming, decision.says(), decision.talks(), decision.misses());
        } catch (DataAccessException storeIsAway) {
            throw storeIsAway;
        } catch (RuntimeException bug) {
            log.error("{} could not be answered", incoming.id(), bug);
            var sorry = Line.of(phrase("conversation.trouble")).with(OpenTalks.home());
            return after(before, shown, incoming, List.of(sorry), before.talks(), before.misses());
        }
    }

    private @Nullable String repliedTo(Incoming incoming) {
        var receipt = incoming.repliesTo();
        return receipt == null
                ? null
                : outbox.standing(incoming.from(), receipt).map(Message::id).orElse(null);
    }

    private @Nullable Brought brought(Incoming incoming) {
        var showing = incoming.showing();
        return showing == null ? null : porter.bring(incoming.from(), showing);
    }

    private Conversation after(
            Conversation before,
            List<Shown> shown,
            Incoming incoming,
            List<Line> says,
            List<OpenTalk> talks,
            int misses) {
        var now = clock.instant();
        var pending = replies.posts(incoming, before, says, now);
        return new Conversation(
                before.id(),
                before.contact(),
                before.version() + 1,
                talks,
                Sight.and(shown, pending, now),
                before.heardLatelyAnd(new Conversation.Heard(incoming.id(), tap(incoming), now), now),
                misses,
                pending,
                now);
    }

    private boolean save(Conversation after) {
        if (after.version() == 1) {
            try {
                store.insert(after);
                return true;
            } catch (DuplicateKeyException somebodyWasFaster) {
                return false;
            }
        }
        var expected = query(where("_id").is(after.id()).and("version").is(after.version() - 1));
        return store.replace(expected, after).getMatchedCount() == 1;
    }

    private void flush(Conversation conversation) {
        if (conversation.pending().isEmpty()) {
            return;
        }
        outbox.put(conversation.pending());
        CrashPoint.PUT.hit();
        store.updateFirst(
                query(where("_id").is(conversation.id()).and("version").is(conversation.version())),
                Update.update("pending", List.of()),
                Conversation.class);
    }
}
