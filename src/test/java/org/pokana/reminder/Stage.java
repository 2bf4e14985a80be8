package org.pokana.reminder;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.pokana.SettableClock;
import org.pokana.contact.Contact;
import org.pokana.contact.Contact.Reach;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.conversation.Rehearsal;
import org.pokana.forum.Forum;
import org.pokana.forum.Forum.Status;
import org.pokana.forum.Forums;
import org.pokana.forum.Notices;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.forum.Venue;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Ids;
import org.pokana.kernel.Localized;
import org.pokana.messaging.Channels;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.PaperChannel;
import org.pokana.messaging.Postman;
import org.pokana.messaging.Veto;
import org.pokana.store.TestStore;

/** Forums, people and everything that reminds them, on a clock of our own. */
final class Stage implements AutoCloseable {

    static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    final SettableClock clock;
    final TestStore store =
            TestStore.inMemory(Contact.class, Forum.class, Registration.class, Wave.class, Message.class);
    final PaperChannel channel = new PaperChannel("telegram");
    final Outbox outbox;
    final Contacts contacts;
    final Forums forums;
    final Registrations registrations;
    final Reminders reminders;

    private final AtomicInteger lastId = new AtomicInteger();
    private final Ids ids = () -> "id" + lastId.incrementAndGet();
    private final Rules rules = new Rules(new ReminderSettings(null));
    private final List<Postman> postmen = new ArrayList<>();

    Stage(String now) {
        clock = SettableClock.at("2027-01-01T00:00:00Z");
        isNow(now);
        outbox = new Outbox(store.mongo(), clock, new Channels(List.of(channel)));
        contacts = new Contacts(store.mongo(), ids, clock);
        forums = new Forums(store.mongo(), clock);
        registrations =
                new Registrations(store.mongo(), forums, new Notices(outbox, contacts, Rehearsal.WORDS, clock), clock);
        reminders = instance(outbox);
    }

    /** One more instance of the service on the same store. */
    Reminders instance(Outbox itsOutbox) {
        var waves = waves();
        var expansion = new Expansion(forums, registrations, waves, writing(), itsOutbox);
        return new Reminders(forums, rules, waves, expansion, itsOutbox, clock);
    }

    private Writing writing() {
        return new Writing(contacts, Rehearsal.WORDS, clock);
    }

    Waves waves() {
        return new Waves(store.mongo(), ids, clock);
    }

    Veto veto() {
        return new ReminderVeto(forums, registrations, contacts, rules, writing(), outbox, clock);
    }

    Postman postman() {
        return postman(veto());
    }

    Postman postman(Veto... vetoes) {
        var postman = new Postman(store.mongo(), clock, channel, contacts, outbox, List.of(vetoes));
        postmen.add(postman);
        return postman;
    }

    /** In the time of the forums: {@code 2027-02-24T10:00}. */
    void isNow(String local) {
        clock.set(sofia(local));
    }

    static LocalDateTime local(String local) {
        return LocalDateTime.parse(local);
    }

    static Instant sofia(String local) {
        return local(local).atZone(SOFIA).toInstant();
    }

    /** Ticks once and lets everything due leave. */
    void rings() {
        reminders.ringDue();
        postman().carriesAllDue();
    }

    void ringsAt(String local) {
        isNow(local);
        rings();
    }

    void forum(String id, String start, String... rules) {
        var starts = sofia(start);
        forums.add(new Forum(
                id,
                Localized.of("Кой какво прави", "Who does what"),
                Localized.of("Откриващ форум", "Opening forum"),
                Localized.of("Хасково", "Haskovo"),
                "haskovo",
                new Venue(Localized.of("Заседателна зала", "Meeting hall"), null, null, null),
                starts,
                starts.plusSeconds(6 * 3600),
                SOFIA,
                400,
                List.of(),
                new Forum.Desk(0, 0, false, 0),
                1,
                clock.instant(),
                new Forum.Told(
                        1, starts, new Venue(Localized.of("Заседателна зала", "Meeting hall"), null, null, null)),
                Status.OPEN,
                List.of(),
                List.of("bg"),
                List.of(),
                List.of(rules)));
    }

    /** Somebody who registers now. */
    void registers(String name, String forum) {
        if (contacts.find(new ContactId(name)).isEmpty()) {
            store.mongo()
                    .insert(new Contact(
                            name,
                            List.of(new Reach("telegram:" + name, true, clock.instant())),
                            Locale.forLanguageTag("bg"),
                            Profile.UNKNOWN,
                            List.of(),
                            false,
                            false,
                            Set.of(),
                            clock.instant()));
        }
        registrations.register(forum, new ContactId(name), Profile.UNKNOWN);
    }

    void crowdRegisters(int people, String forum) {
        for (int i = 0; i < people; i++) {
            registers("p%03d".formatted(i), forum);
        }
    }

    /** Everything in the outbox of a lane. */
    List<Message> queued() {
        return store.mongo().findAll(Message.class).stream()
                .filter(message -> message.lane() == Lane.REMINDER)
                .toList();
    }

    List<Wave> allWaves() {
        return store.mongo().findAll(Wave.class);
    }

    Wave.State stateOf(String wave) {
        return java.util.Objects.requireNonNull(store.mongo().findById(wave, Wave.class))
                .state();
    }

    @Override
    public void close() {
        postmen.forEach(Postman::close);
        store.close();
    }
}
