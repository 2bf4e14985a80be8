package org.pokana.reminder;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.pokana.SettableClock;
import org.pokana.Stage;
import org.pokana.Stage.Person;
import org.pokana.Stage.Props;
import org.pokana.contact.Contact;
import org.pokana.contact.Contact.Reach;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.conversation.Flow;
import org.pokana.forum.CallNumbers;
import org.pokana.forum.Delays;
import org.pokana.forum.Forum;
import org.pokana.forum.ForumFlows;
import org.pokana.forum.Forums;
import org.pokana.forum.HandingOver;
import org.pokana.forum.Notices;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.forum.TestForums;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Content;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.MessagingKit;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Veto;
import org.pokana.phone.PhoneNumber;
import org.pokana.phone.PhoneNumbers;
import org.pokana.settings.Chosen;
import org.springframework.data.mongodb.core.MongoOperations;

/** Forums, people and everything that reminds them, on a clock of our own. */
final class ReminderStage implements AutoCloseable {

    private final Stage bot;
    private final MessagingKit unguarded;
    private volatile Chosen chosen = Chosen.NOTHING;
    private final Rules rules = new Rules(new ReminderSettings(null), () -> chosen);
    final SettableClock clock;
    final MongoOperations store;

    /** An organizer. */
    final Person maria;

    final Outbox outbox;
    final Contacts contacts;
    final Forums forums;
    final Registrations registrations;
    final Reminders reminders;

    ReminderStage(String now) {
        bot = new Stage(
                this::flows,
                props -> List.of(message -> veto().against(message), message -> new NudgeVeto(
                                forums(), registrations(), props.contacts(), props.clock())
                        .against(message)),
                Forum.class,
                Registration.class,
                Wave.class);
        clock = bot.clock;
        isNow(now);
        store = bot.props.store();
        outbox = bot.props.outbox();
        contacts = bot.contacts;
        forums = new Forums(store, clock);
        registrations =
                new Registrations(store, forums, new Notices(outbox, contacts, bot.props.words(), clock), clock);
        reminders = instance(outbox);
        unguarded = new MessagingKit(store, clock, contacts);
        maria = bot.person("maria");
    }

    private List<Flow> flows(Props props) {
        var around = ForumFlows.all(props.store(), props.contacts(), props.outbox(), props.words(), props.clock());
        var waves = new Waves(props.store(), props.ids(), props.clock());
        var its = new Forums(props.store(), props.clock());
        var held = new Registrations(
                props.store(),
                its,
                new Notices(props.outbox(), props.contacts(), props.words(), props.clock()),
                props.clock());
        return Stream.concat(
                        around.stream(),
                        Stream.of(
                                new CallList(
                                        ForumFlows.planned(props.store(), props.words(), props.clock()),
                                        held,
                                        new Unanswered(held),
                                        new Delays(props.store(), props.clock()),
                                        new CallNumbers(
                                                props.store(), its, new PhoneNumbers(props.store(), props.clock()))),
                                new SetReminders(
                                        ForumFlows.planned(props.store(), props.words(), props.clock()),
                                        rules,
                                        new Schedule(rules, waves, props.clock()),
                                        new RuleBook(its, rules, waves, props.clock()),
                                        new RuleWords(props.words()),
                                        props.clock())))
                .toList();
    }

    void leaves(String person, PhoneNumber number) {
        new PhoneNumbers(bot.props.store(), clock).keep(person, number);
    }

    Person bot(String name) {
        return bot.person(name);
    }

    void isAnOrganizer(Person person) {
        person.says("/start");
        contacts.grant(person.contact().id(), Role.ORGANIZER);
        person.reads();
    }

    UsualReminders usual() {
        var waves = new Waves(store, bot.props.ids(), clock);
        return new UsualReminders(rules, new RuleBook(forums, rules, waves, clock), new RuleWords(bot.props.words()));
    }

    /** The owner has chosen others at the desk. */
    void usualAre(List<String> texts) {
        chosen = new Chosen("desk", 1, null, null, null, null, texts, null, null, null, null, null, null);
    }

    /** One more instance of the service on the same store. */
    Reminders instance(Outbox itsOutbox) {
        return instance(itsOutbox, clock);
    }

    /** One whose clock is wrong. */
    Reminders instance(Outbox itsOutbox, Clock its) {
        var waves = new Waves(store, bot.props.ids(), its);
        var expansion =
                new Expansion(forums, registrations, waves, new Writing(contacts, bot.props.words(), its), itsOutbox);
        return new Reminders(forums, rules, waves, expansion, itsOutbox, its);
    }

    Veto noticeVeto() {
        return ForumFlows.veto(
                forums, registrations, contacts, new Notices(outbox, contacts, bot.props.words(), clock));
    }

    /** A door of one's own, with or without a guard. */
    MessagingKit door(Veto... vetoes) {
        return new MessagingKit(store, clock, contacts, vetoes);
    }

    private Writing writing() {
        return new Writing(contacts, bot.props.words(), clock);
    }

    ReminderVeto veto() {
        return new ReminderVeto(forums, registrations, contacts, rules, writing(), outbox, clock);
    }

    private Forums forums() {
        return forums;
    }

    private Registrations registrations() {
        return registrations;
    }

    Nudging nudging() {
        return new Nudging(
                forums,
                rules,
                new Unanswered(registrations),
                writing(),
                contacts,
                outbox,
                bot.props.words(),
                store,
                clock);
    }

    /** Asks once more who has not answered, if it is time, and lets it leave. */
    void nudges() {
        nudging().nudgeDue();
        sends();
    }

    /** In the time of the forums: {@code 2027-02-24T10:00}. */
    void isNow(String local) {
        clock.set(sofia(local));
    }

    static LocalDateTime local(String local) {
        return LocalDateTime.parse(local);
    }

    static Instant sofia(String local) {
        return local(local).atZone(TestForums.SOFIA).toInstant();
    }

    /** Somebody passes their seat on to a colleague. */
    void handsOver(String forum, String from, String to) {
        var notices = new Notices(outbox, contacts, bot.props.words(), clock);
        HandingOver.seat(store, notices, clock, forum, new ContactId(from), new ContactId(to));
    }

    /** Ticks once and lets everything due leave. */
    void rings() {
        reminders.ringDue();
        sends();
    }

    void ringsAt(String local) {
        isNow(local);
        rings();
    }

    void sends() {
        bot.messaging.sendDueBulk();
    }

    void sends(int most) {
        bot.messaging.sendDue(Lane.REMINDER, most);
    }

    /** Sends without asking the veto. */
    void sendsUnasked() {
        unguarded.sendDueBulk();
    }

    /** A reminder as it arrived. */
    record Sheet(Address to, String text, List<String> picks) {}

    /** Everything that arrived, in order. */
    List<Sheet> sheets() {
        return Stream.of(bot.messaging, unguarded)
                .flatMap(kit -> kit.channel.carried.stream())
                .filter(carried -> carried.content() instanceof Content.Text)
                .map(carried -> sheet(carried.to(), (Content.Text) carried.content()))
                .toList();
    }

    private static Sheet sheet(Address to, Content.Text content) {
        return new Sheet(
                to,
                content.text(),
                content.buttons().stream().map(Content.Button::pick).toList());
    }

    void tidiesUp() {
        bot.messaging.channel.carried.clear();
    }

    /** A forum made now. */
    void forum(String id, String start, String... rules) {
        var usual = TestForums.forum(id, "Хасково", "Haskovo", local(start), 400);
        forums.add(new Forum(
                id,
                usual.title(),
                usual.summary(),
                usual.city(),
                usual.municipality(),
                usual.venue(),
                usual.starts(),
                usual.ends(),
                usual.zone(),
                usual.capacity(),
                usual.seats(),
                usual.desk(),
                usual.version(),
                clock.instant(),
                usual.told(),
                usual.status(),
                usual.groups(),
                usual.languages(),
                usual.agenda(),
                List.of(rules),
                null));
    }

    /** Somebody who registers now. */
    void registers(String name, String forum) {
        meets(name);
        registrations.register(forum, new ContactId(name), new Profile(null, null, null, name));
    }

    void meets(String name) {
        if (contacts.find(new ContactId(name)).isEmpty()) {
            store.insert(new Contact(
                    name,
                    List.of(new Reach("webchat:" + name, true, clock.instant())),
                    Locale.forLanguageTag("bg"),
                    Profile.UNKNOWN,
                    List.of(),
                    false,
                    false,
                    Set.of(),
                    clock.instant()));
        }
    }

    /** Puts the reminder of the day before, as a tick would. */
    void reminds(String forum, String name) {
        var registration = registrations.find(forum, new ContactId(name)).orElseThrow();
        var id = "rem:" + forum + ":1:1d@10:00:" + name;
        writing()
                .write(id, forums.find(forum).orElseThrow(), registration)
                .ifPresent(post -> outbox.put(List.of(post)));
    }

    void crowdRegisters(int people, String forum) {
        for (int i = 0; i < people; i++) {
            registers("p%03d".formatted(i), forum);
        }
    }

    /** Everything in the lane of reminders, whatever became of it. */
    List<Message> queued() {
        return store.findAll(Message.class).stream()
                .filter(message -> message.lane() == Lane.REMINDER)
                .toList();
    }

    List<Wave> waves() {
        return store.findAll(Wave.class);
    }

    Wave.State stateOf(String wave) {
        return Objects.requireNonNull(store.findById(wave, Wave.class)).state();
    }

    @Override
    public void close() {
        unguarded.close();
        bot.close();
    }
}
