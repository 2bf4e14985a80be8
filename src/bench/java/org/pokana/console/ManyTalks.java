package org.pokana.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.pokana.contact.Contact;
import org.pokana.contact.Contact.Reach;
import org.springframework.data.mongodb.core.MongoOperations;

/** People who have talked with us for eighty days, as it is kept: half is theirs and half is ours, one talks far more than others. */
final class ManyTalks {

    static final String OFTEN = "форум";
    static final String ALSO_OFTEN = "автобус";
    static final String SELDOM = "каракачанка";

    private static final int PIECE = 2_000;
    private static final int TALKATIVE = 200;
    private static final List<String> SYLLABLES =
            List.of("ка", "ре", "мо", "ти", "са", "ву", "ни", "ло", "ди", "пе", "га", "бо");

    private final MongoOperations store;
    private final Random random = new Random(7);
    private final Instant now;
    private final int people;

    ManyTalks(MongoOperations store, Instant now, int people) {
        this.store = store;
        this.now = now;
        this.people = people;
    }

    static String id(int person) {
        return "person%05d".formatted(person);
    }

    void meet() {
        var all = IntStream.range(0, people)
                .mapToObj(i -> new Contact(
                        id(i),
                        List.of(new Reach("webchat:" + id(i), i % 50 != 0, now)),
                        Locale.forLanguageTag("bg"),
                        DeskSeason.person(i),
                        List.of(),
                        false,
                        false,
                        Set.of(),
                        now.minusSeconds(600L * i)))
                .toList();
        store.insertAll(all);
    }

    void talk(int messages) {
        for (int from = 0; from < messages; from += PIECE) {
            var theirs = new ArrayList<Document>();
            var ours = new ArrayList<Document>();
            for (int i = from; i < Math.min(messages, from + PIECE); i++) {
                var at =
                        Date.from(now.minusSeconds(80L * 86_400).plusMillis((long) (80.0 * 86_400_000 * i / messages)));
                var who = i % TALKATIVE < 2 ? id(0) : id(random.nextInt(people));
                (i % 2 == 0 ? theirs : ours).add(i % 2 == 0 ? said(i, who, at) : told(i, who, at));
            }
            store.getCollection("inbox").insertMany(theirs);
            store.getCollection("outbox").insertMany(ours);
        }
    }

    private Document said(int i, String who, Date at) {
        return new Document("_id", "webchat:web:0:" + i)
                .append("from", "webchat:" + who)
                .append("kind", "SAID")
                .append("text", words(i))
                .append("at", at)
                .append("state", "DONE")
                .append("owner", "this")
                .append("leaseUntil", at)
                .append("attempt", 0);
    }

    private Document told(int i, String who, Date at) {
        return new Document("_id", "reply:webchat:web:0:" + i + ":0")
                .append("contact", who)
                .append("to", "webchat:" + who)
                .append("lane", "REPLY")
                .append("cause", "reply:webchat:web:0:" + i)
                .append("state", "SENT")
                .append("attempt", 1)
                .append("dueAt", at)
                .append("putAt", at)
                .append("settledAt", at)
                .append("wantedAt", at)
                .append("receipt", "" + i)
                .append(
                        "content",
                        new Document("kind", "text")
                                .append("text", words(i) + " " + words(i + 1))
                                .append(
                                        "buttons",
                                        List.of(new Document("pick", "/menu")
                                                .append("label", "Меню")
                                                .append("tone", "AWAY")))
                                .append("lasting", false));
    }

    /** Few words are said often, and many hardly ever. */
    private String words(int i) {
        var words = new StringBuilder();
        for (int word = 0; word < 7; word++) {
            words.append(word((int) Math.pow(random.nextDouble() * 17, 3))).append(' ');
        }
        if (i % 3 == 0) {
            words.append(OFTEN).append("ът ");
        }
        if (i % 3 == 1) {
            words.append(ALSO_OFTEN);
        }
        return i % 300_000 == 42 ? words.append(' ').append(SELDOM).toString() : words.toString();
    }

    private static String word(int number) {
        var word = new StringBuilder("д");
        for (int rest = number; rest > 0 || word.length() < 3; rest /= SYLLABLES.size()) {
            word.append(SYLLABLES.get(rest % SYLLABLES.size()));
        }
        return word.toString();
    }
}
