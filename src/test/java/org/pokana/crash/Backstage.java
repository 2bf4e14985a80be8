package org.pokana.crash;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.pokana.announcement.Announcement.Draft;
import org.pokana.announcement.Announcements;
import org.pokana.announcement.Audience;
import org.pokana.announcement.Narrowing;
import org.pokana.announcement.Terms;
import org.pokana.contact.Contact;
import org.pokana.contact.Contact.Reach;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.forum.Forums;
import org.pokana.forum.Registrations;
import org.pokana.forum.TestForums;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.CrashPoint;
import org.pokana.kernel.Fate;
import org.pokana.kernel.Localized;
import org.pokana.messaging.Channels;
import org.pokana.messaging.Content;
import org.pokana.messaging.Inbox;
import org.pokana.messaging.Incoming;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.store.InstanceId;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;

/** What a test has done inside the service's process. */
final class Backstage {

    private static final List<String> KEPT =
            List.of("inbox", "outbox", "conversations", "contacts", "announcements", "waves");

    private final ApplicationContext service;
    private final MongoOperations store;
    private final Clock clock;

    Backstage(ApplicationContext service) {
        this.service = service;
        this.store = service.getBean(MongoOperations.class);
        this.clock = service.getBean(Clock.class);
    }

    /** Such as {@code die RECEIVED 1 0}. */
    String obey(String order) {
        var words = order.split(" ");
        switch (words[0]) {
            case "die" -> die(words[1], words[2], words[3]);
            case "wait" -> Fate.waitsAt(CrashPoint.valueOf(words[1]), () -> MortalBot.say("waits"));
            case "go" -> Fate.goOn();
            case "crowd" -> crowd(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            case "announce" -> announce(words[1], words[2]);
            case "remind" -> remind(words[1]);
            case "books" -> books(Path.of(words[1]));
            case "burden" -> burden(Integer.parseInt(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3]));
            case "left" -> {
                return left();
            }
            case "leads" -> {
                return leads();
            }
            default -> throw new IllegalArgumentException(order);
        }
        return "done";
    }

    private static void die(String point, String hit, String laterMillis) {
        Fate.diesAt(CrashPoint.valueOf(point), Integer.parseInt(hit), Duration.ofMillis(Integer.parseInt(laterMillis)));
    }

    /** People whom the service knows as if they had written to it. */
    private void crowd(int people, int firstId) {
        store.insertAll(IntStream.range(firstId, firstId + people)
                .mapToObj(number -> new Contact(
                        "crowd" + number,
                        List.of(new Reach("telegram:" + number, true, clock.instant())),
                        Locale.forLanguageTag("bg"),
                        Profile.UNKNOWN,
                        List.of(),
                        false,
                        false,
                        Set.of(),
                        clock.instant()))
                .toList());
    }

    /** To everybody, at once, and however much they got lately. */
    private void announce(String id, String organizer) {
        var by = new Address("telegram", organizer);
        service.getBean(Announcements.class)
                .send(new Draft(
                        id,
                        Localized.of("Съобщение " + id, "Message " + id),
                        List.of(),
                        Audience.EVERYBODY,
                        service.getBean(Contacts.class).at(by).orElseThrow().id(),
                        by,
                        new Terms(Narrowing.NONE, true, null, null, false, false, "проба"),
                        clock.instant()));
    }

    /** Everybody, of a forum that begins in half an hour and two seconds. */
    private void remind(String forum) {
        var start = clock.instant().plusSeconds(2).plus(Duration.ofMinutes(30));
        service.getBean(Forums.class)
                .add(TestForums.forum(forum, forum, forum, LocalDateTime.ofInstant(start, TestForums.SOFIA), 100_000));
        try (var everybody = service.getBean(Contacts.class).all()) {
            everybody.forEach(
                    contact -> service.getBean(Registrations.class).register(forum, contact.id(), Profile.UNKNOWN));
        }
    }

    /** So many messages heard by nobody yet and so many that have not left, each of and to somebody else. */
    private void burden(int incoming, int outgoing, int firstId) {
        var to = service.getBean(Channels.class);
        // one that tells no courier
        new Outbox(store, clock, to)
                .put(IntStream.range(firstId, firstId + outgoing)
                        .mapToObj(number -> Post.of(
                                "trial:" + number,
                                new ContactId("crowd" + number),
                                new Address("telegram", String.valueOf(number)),
                                Lane.REPLY,
                                Content.text("№ " + number),
                                "trial",
                                clock.instant()))
                        .toList());
        service.getBean(Inbox.class)
                .receive(IntStream.range(firstId, firstId + incoming)
                        .mapToObj(number -> Incoming.said(
                                "telegram:trial:" + number,
                                new Address("telegram", String.valueOf(number)),
                                "/help",
                                Locale.forLanguageTag("bg"),
                                clock.instant()))
                        .toList());
    }

    /** What this instance and no other may do now. */
    private String leads() {
        var me = service.getBean(InstanceId.class).value();
        var held = query(where("owner").is(me).and("until").gt(clock.instant()));
        return store.find(held, Document.class, "leases").stream()
                .map(lease -> lease.getString("_id"))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** How much is still to be done, such as {@code inbox=12 unheard=0 unsent=0 pending=0 unsettled=0 unrung=0}. */
    private String left() {
        return "inbox=" + count("inbox", new Criteria())
                + " unheard=" + count("inbox", where("state").ne("DONE"))
                + " unsent=" + count("outbox", where("state").in("READY", "SENDING", "HELD"))
                + " pending=" + count("conversations", where("pending.0").exists(true))
                + " unsettled=" + count("announcements", where("settled").is(false))
                + " unrung=" + count("waves", where("state").is("EXPANDING"));
    }

    private long count(String collection, Criteria which) {
        return store.count(query(which), collection);
    }

    /** Everything that has to add up, a document a line. */
    private void books(Path file) {
        var lines = new ArrayList<String>();
        for (String collection : KEPT) {
            store.getCollection(collection).find().forEach(found -> {
                var document = new Document(found).append("in", collection);
                document.remove("content"); // may be a file
                lines.add(document.toJson());
            });
        }
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
