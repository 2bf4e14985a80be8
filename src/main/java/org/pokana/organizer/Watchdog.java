package org.pokana.organizer;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Concern;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.messaging.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Tells the organizers in their chats, once, what goes wrong and what to do, and once more when it is over. */
@Component
public class Watchdog {

    private static final Logger log = LoggerFactory.getLogger(Watchdog.class);

    /** What heals by itself within this is nobody's business. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Where it cannot be told, it is no news later. */
    private static final Duration NEWS = Duration.ofHours(6);

    private final List<Concern> concerns;
    private final MongoOperations store;
    private final Contacts contacts;
    private final Outbox outbox;
    private final Words words;
    private final Clock clock;
    private final Map<String, Instant> seen = new HashMap<>();

    public Watchdog(
            List<Concern> concerns, MongoOperations store, Contacts contacts, Outbox outbox, Words words, Clock clock) {
        this.concerns = concerns;
        this.store = store;
        this.contacts = contacts;
        this.outbox = outbox;
        this.words = words;
        this.clock = clock;
    }

    /** What organizers know to be wrong. */
    @Document("alarms")
    record Alarm(@Id String concern, Instant since) {}

    /** One look at everything; any instance, any number of times. */
    public synchronized void look() {
        for (Concern concern : concerns) {
            var trouble = concern.trouble();
            if (trouble.isPresent()) {
                worry(concern, trouble.get());
            } else {
                calmDown(concern);
            }
        }
    }

    private void worry(Concern concern, Phrase trouble) {
        var since = seen.computeIfAbsent(concern.name(), any -> clock.instant());
        if (clock.instant().isBefore(since.plus(PATIENCE))) {
            return;
        }
        try {
            var alarm = store.insert(new Alarm(concern.name(), clock.instant()));
            log.warn("organizers are told of trouble: {}", concern.name());
            tell(alarm, "on", trouble);
        } catch (DuplicateKeyException toldAlready) {
            // once is enough
        }
    }

    private void calmDown(Concern concern) {
        if (seen.remove(concern.name()) == null && !store.exists(one(concern), Alarm.class)) {
            return;
        }
        Optional.ofNullable(store.findAndRemove(one(concern), Alarm.class))
                .ifPresent(alarm -> tell(alarm, "off", phrase("alarm.over", phrase("alarm.name-" + concern.name()))));
    }

    private static Query one(Concern concern) {
        return Query.query(Criteria.where("_id").is(concern.name()));
    }

    private void tell(Alarm alarm, String kind, Phrase what) {
        try (var people = Stream.of(Role.OWNER, Role.ORGANIZER).flatMap(contacts::withRole)) {
            outbox.put(people.flatMap(person -> post(alarm, kind, what, person).stream())
                    .toList());
        }
    }

    /** Whoever has both roles gets it once, because the id is the same. */
    private Optional<Post> post(Alarm alarm, String kind, Phrase what, Contact person) {
        var id = "alarm:" + alarm.concern() + ":" + alarm.since().toEpochMilli() + ":" + kind + ":" + person.id();
        return person.address().map(to -> Post.of(
                        id,
                        person.id(),
                        to,
                        Lane.REPLY,
                        words.content(Line.of(what).thatLasts(), person.language()),
                        "alarm:" + alarm.concern(),
                        clock.instant())
                .notAfter(clock.instant().plus(NEWS)));
    }
}
