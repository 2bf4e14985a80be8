package org.pokana.console;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.pokana.contact.Contact;
import org.pokana.contact.Contact.Reach;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.springframework.data.mongodb.core.MongoOperations;

/** Many people who have the web chat open, in which messages really arrive. */
final class DeskCrowd {

    private DeskCrowd() {}

    /** So many of a municipality, in which nobody else is; every other one would rather read English. */
    static List<String> gathers(DeskStage stage, String municipality, int people) {
        var names =
                IntStream.range(0, people).mapToObj(i -> municipality + "-" + i).toList();
        var since = Instant.parse("2027-01-10T08:00:00Z");
        var store = stage.bean(MongoOperations.class);
        store.getCollection("webchatSessions")
                .insertMany(names.stream()
                        .map(name -> new Document("_id", name)
                                .append("since", since)
                                .append("seen", since)
                                .append("faded", 0L))
                        .toList());
        store.insertAll(IntStream.range(0, people)
                .mapToObj(i -> new Contact(
                        names.get(i),
                        List.of(new Reach("webchat:" + names.get(i), true, since)),
                        Locale.forLanguageTag(i % 2 == 0 ? "bg" : "en"),
                        new Profile("ngo", municipality, "Сдружение „Мост“", "Човек " + i),
                        List.of(),
                        false,
                        false,
                        Set.<Role>of(),
                        since))
                .toList());
        return names;
    }

    /** Somebody of the team whose own chat is open, too. */
    static Contact organizer(DeskStage stage, String name) {
        var since = Instant.parse("2027-01-10T08:00:00Z");
        stage.bean(MongoOperations.class)
                .getCollection("webchatSessions")
                .insertOne(new Document("_id", name)
                        .append("since", since)
                        .append("seen", since)
                        .append("faded", 0L));
        return stage.person(name, Role.ORGANIZER);
    }
}
