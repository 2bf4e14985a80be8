package org.pokana.announcement;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.pokana.SettableClock;
import org.pokana.Stage;
import org.pokana.Stage.Person;
import org.pokana.Stage.Props;
import org.pokana.announcement.Announcement.Draft;
import org.pokana.contact.Contact;
import org.pokana.contact.Contact.Reach;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Listener;
import org.pokana.conversation.Talk;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Notices;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.forum.TestForums;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Line;
import org.pokana.kernel.Localized;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Channels;
import org.pokana.messaging.Echo;
import org.pokana.messaging.KeptFiles;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Lulls;
import org.pokana.messaging.Message;
import org.pokana.messaging.MessagingKit;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Veto;
import org.pokana.phone.PhoneNumbers;
import org.springframework.data.mongodb.core.MongoOperations;

/** An organizer, people of all kinds, and everything that announces. */
final class AnnouncementStage implements AutoCloseable {

    static final AnnouncementSettings SETTINGS = new AnnouncementSettings(ZoneId.of("Europe/Sofia"));

    final Stage bot;
    final SettableClock clock;
    final MongoOperations store;
    final Outbox outbox;
    final Forums forums;
    final Registrations registrations;
    final Announcements announcements;
    final HandingOut handingOut;
    final List<Boards.Board> boards = new ArrayList<>();

    /** Somebody from the team, in her own chat. */
    final Person maria;

    AnnouncementStage() {
        bot = new Stage(
                AnnouncementStage::flows,
                props -> List.of(veto(props)),
                Announcement.class,
                Recipients.class,
                Receipts.Receipt.class,
                Forum.class,
                Registration.class);
        clock = bot.clock;
        store = bot.props.store();
        outbox = bot.props.outbox();
        forums = new Forums(store, clock);
        registrations =
                new Registrations(store, forums, new Notices(outbox, bot.contacts, bot.props.words(), clock), clock);
        announcements = announcements(bot.props);
        handingOut = instance(outbox);
        person("maria", "bg", Profile.UNKNOWN, Role.ORGANIZER);
        maria = bot.person("maria");
    }

    private static List<Flow> flows(Props props) {
        var announcements = announcements(props);
        var audiences = audiences(props);
        var names = names(props);
        var letters = letters(props);
        var reports = reports(props, props.outbox());
        var withdrawals = withdrawals(props);
        var receipts = new Receipts(props.store(), props.clock());
        var timekeeper = timekeeper(props);
        return List.of(
                new Curious(),
                new Announce(
                        announcements,
                        new AudienceChips(audiences, names, responses(props), props.words()),
                        audiences,
                        letters,
                        new Conditions(timekeeper, SETTINGS, props.clock()),
                        new Summary(audiences, names, timekeeper, new Budget(props.store(), props.clock()), SETTINGS),
                        new Departure(letters, props.outbox(), timekeeper, SETTINGS, props.clock()),
                        props.ids()),
                new StopAnnouncement(announcements),
                new PauseAnnouncement(announcements),
                new ResumeAnnouncement(announcements, SETTINGS, props.clock()),
                new ReadAnnouncement(announcements, receipts),
                new SilentRecipients(
                        announcements,
                        new CallList(
                                announcements,
                                receipts,
                                props.contacts(),
                                props.outbox(),
                                new PhoneNumbers(props.store(), props.clock()))),
                new SendAgain(announcements, reports),
                new RemindSilent(announcements, responses(props), props.ids()),
                new DeleteAnnouncement(announcements, withdrawals),
                new CorrectAnnouncement(
                        announcements,
                        new Corrections(
                                announcements,
                                props.contacts(),
                                letters,
                                props.outbox(),
                                props.channels(),
                                props.clock()),
                        letters),
                new ListAnnouncements(announcements, names, reports, withdrawals, timekeeper, SETTINGS, props.clock()));
    }

    /** Has an answer to every question, as the answers to frequent questions nearly have. */
    private static final class Curious implements Listener {

        @Override
        public String name() {
            return "curious";
        }

        @Override
        public boolean understands(Contact person, String text) {
            return text.endsWith("?");
        }

        @Override
        public Ending hold(Talk talk) {
            return talk.end(Line.of(Phrase.verbatim("Добър въпрос.")));
        }
    }

    Flow[] flows() {
        return flows(bot.props).toArray(Flow[]::new);
    }

    private static Veto veto(Props props) {
        return new AnnouncementVeto(
                announcements(props),
                props.contacts(),
                props.outbox(),
                new Budget(props.store(), props.clock()),
                SETTINGS,
                props.clock());
    }

    private static Audiences audiences(Props props) {
        var forums = new Forums(props.store(), props.clock());
        var notices = new Notices(props.outbox(), props.contacts(), props.words(), props.clock());
        return new Audiences(
                props.contacts(),
                forums,
                new Registrations(props.store(), forums, notices, props.clock()),
                new Receipts(props.store(), props.clock()),
                responses(props),
                props.clock());
    }

    private static Reports reports(Props props, Outbox outbox) {
        return new Reports(outbox, props.contacts(), responses(props), new Receipts(props.store(), props.clock()));
    }

    static Withdrawals withdrawals(Props props) {
        return new Withdrawals(
                props.store(),
                props.outbox(),
                props.channels(),
                props.files(),
                props.contacts(),
                props.words(),
                props.clock());
    }

    static Responses responses(Props props) {
        return new Responses(
                props.store(), props.outbox(), new Echo(props.store()), new Receipts(props.store(), props.clock()));
    }

    static AudienceWords names(Props props) {
        return new AudienceWords(props.store(), new Forums(props.store(), props.clock()), SETTINGS);
    }

    private static Timekeeper timekeeper(Props props) {
        return new Timekeeper(announcements(props), new Forums(props.store(), props.clock()), props.clock());
    }

    private static Announcements announcements(Props props) {
        return new Announcements(props.store(), audiences(props), props.outbox(), props.ids(), props.clock());
    }

    private static Letters letters(Props props) {
        return new Letters(names(props), props.words());
    }

    /** One more instance of the service on the same store. */
    HandingOut instance(Outbox itsOutbox) {
        var props = bot.props;
        var handOuts = new HandOuts(store, props.ids(), clock);
        var progressing = new Progressing(
                handOuts,
                announcements(props),
                reports(props, itsOutbox),
                props.contacts(),
                itsOutbox,
                new Channels(List.of(bot.messaging.channel)),
                props.words(),
                clock);
        return new HandingOut(
                handOuts,
                announcements(props),
                props.contacts(),
                () -> boards,
                letters(props),
                new Resting(
                        announcements(props),
                        new Lulls(store, clock),
                        props.contacts(),
                        itsOutbox,
                        props.words(),
                        SETTINGS,
                        clock),
                progressing,
                timekeeper(props),
                itsOutbox,
                clock);
    }

    /** The files that organizers sent, as retention sees them. */
    KeptFiles files() {
        return new KeptFiles(
                store, bot.props.ids(), clock, List.of(new AnnouncedFiles(store, forums)), "https://pokana.example");
    }

    Withdrawals withdrawals() {
        return withdrawals(bot.props);
    }

    Veto veto() {
        return veto(bot.props);
    }

    /** Everything that is not in the store is lost. */
    void restarts() {
        bot.restarts();
    }

    /** Carries messages without asking the veto; remembers them on a channel of its own. */
    MessagingKit unguarded() {
        return new MessagingKit(store, clock, bot.contacts);
    }

    void isNow(String local) {
        clock.set(LocalDateTime.parse(local).atZone(SETTINGS.zone()).toInstant());
    }

    void person(String name, String language, Profile profile, Role... roles) {
        store.insert(new Contact(
                name,
                List.of(new Reach("webchat:" + name, true, clock.instant())),
                Locale.forLanguageTag(language),
                profile,
                List.of(),
                false,
                false,
                Set.of(roles),
                clock.instant()));
    }

    static Profile from(String group, String municipality) {
        return new Profile(group, municipality, null, null);
    }

    /** Olena and Ivan with seats at the forum in Haskovo, Petar without one; Ivan reads English. */
    void smallCast() {
        person("olena", "bg", from("ngo", "haskovo"));
        person("ivan", "en", from("ngo", "harmanli"));
        person("petar", "bg", from("institution", "haskovo"));
        forums.add(TestForums.haskovo(50));
        List.of("olena", "ivan")
                .forEach(name -> registrations.register("haskovo", new ContactId(name), Profile.UNKNOWN));
    }

    void crowd(int people) {
        store.insertAll(IntStream.range(0, people)
                .mapToObj(number -> "p%04d".formatted(number))
                .map(name -> new Contact(
                        name,
                        List.of(new Reach("webchat:" + name, true, clock.instant())),
                        Locale.forLanguageTag("bg"),
                        Profile.UNKNOWN,
                        List.of(),
                        false,
                        false,
                        Set.of(),
                        clock.instant()))
                .toList());
    }

    Draft draft(String id, Audience audience) {
        return draft(id, audience, Localized.of("Залата е сменена.", "The hall has changed."));
    }

    Draft draft(String id, Audience audience, Localized texts) {
        return new Draft(
                id,
                texts,
                List.of(),
                audience,
                new ContactId("maria"),
                new Address("webchat", "maria"),
                Terms.USUAL,
                clock.instant());
    }

    /** Everything an announcement put, whatever became of it. */
    List<Message> queued() {
        return store.findAll(Message.class).stream()
                .filter(message -> message.lane() == Lane.ANNOUNCEMENT)
                .toList();
    }

    /** Who got something in the lane of announcements, in order. */
    List<String> reached() {
        return bot.messaging.channel.carried.stream()
                .filter(carried -> carried.lane() == Lane.ANNOUNCEMENT)
                .map(carried -> carried.to().id())
                .toList();
    }

    void sends(int most) {
        bot.messaging.sendDue(Lane.ANNOUNCEMENT, most);
    }

    void sendsAll() {
        bot.messaging.sendDueBulk();
    }

    /** One tick, three seconds after the one before. */
    void ticks() {
        clock.advance(Duration.ofSeconds(3));
        handingOut.handOut();
    }

    @Override
    public void close() {
        bot.close();
    }
}
