package org.pokana.followup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.pokana.SettableClock;
import org.pokana.Stage;
import org.pokana.Stage.Person;
import org.pokana.Stage.Props;
import org.pokana.contact.Contact;
import org.pokana.contact.Contact.Reach;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.conversation.Flow;
import org.pokana.forum.Arrivals;
import org.pokana.forum.Forum;
import org.pokana.forum.ForumFlows;
import org.pokana.forum.Forums;
import org.pokana.forum.Notices;
import org.pokana.forum.Registrations;
import org.pokana.forum.TestForums;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.KeptFiles;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.MessagingKit;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Veto;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.mongodb.core.MongoOperations;

/** A forum in Haskovo that ends at half past four, those who were there and those who were not. */
final class FollowUpStage implements AutoCloseable {

    final Stage bot;
    final SettableClock clock;
    final MongoOperations store;
    final Outbox outbox;
    final Forums forums;
    final Registrations registrations;
    final Arrivals arrivals;
    final List<Keepsakes> keepsakes = new ArrayList<>();
    private final MessagingKit unguarded;

    FollowUpStage() {
        bot = new Stage(
                this::flows,
                props -> List.of(new Parts(props).veto()),
                Stream.concat(
                                Stream.of(ForumFlows.documents()),
                                Stream.of(
                                        FollowUp.class,
                                        Impression.class,
                                        Impression.Key.class,
                                        Material.class,
                                        PhotoConsent.class,
                                        PhotoRequest.class,
                                        PublicPhoto.class,
                                        Prints.Print.class))
                        .toArray(Class<?>[]::new));
        clock = bot.clock;
        store = bot.props.store();
        outbox = bot.props.outbox();
        var parts = new Parts(bot.props);
        forums = parts.forums;
        registrations = parts.registrations;
        arrivals = new Arrivals(store, clock);
        unguarded = new MessagingKit(store, clock, bot.contacts);
        isNow("2027-02-01T12:00");
        forums.add(TestForums.haskovo(400));
        somebody("maria", Role.ORGANIZER);
    }

    /** Everything of this feature, put together as Spring does. */
    private final class Parts {

        final Props props;
        final Forums forums;
        final Registrations registrations;
        final Impressions impressions;
        final Materials materials;
        final PhotoConsents consents;
        final Concerned concerned;
        final Writing writing;
        final Team team;
        final PublicPhotos photos;
        final Prints prints;
        final PhotoRequests requests;
        final Album album;

        Parts(Props props) {
            this.props = props;
            forums = new Forums(props.store(), props.clock());
            registrations = new Registrations(
                    props.store(),
                    forums,
                    new Notices(props.outbox(), props.contacts(), props.words(), props.clock()),
                    props.clock());
            impressions = new Impressions(props.store(), props.ids(), props.clock());
            materials = new Materials(props.store(), props.clock());
            consents = new PhotoConsents(props.store(), props.words(), props.clock());
            concerned = new Concerned(registrations, impressions, consents, props.clock());
            writing = new Writing(props.contacts(), forums, materials, props.words(), props.clock());
            team = new Team(props.contacts(), props.outbox(), props.words(), props.clock());
            photos = new PublicPhotos(props.store());
            prints = new Prints(props.store(), props.files());
            requests = new PhotoRequests(props.store(), photos, team, props.clock());
            album = new Album(materials, photos, requests, prints, forums, props.clock());
        }

        Following following(Outbox itsOutbox) {
            var followUps = new FollowUps(props.store(), props.ids(), props.clock());
            return new Following(
                    forums, registrations, impressions, followUps, concerned, writing, itsOutbox, props.clock());
        }

        Veto veto() {
            return new FollowUpVeto(forums, props.contacts(), concerned, props.clock());
        }

        PhotoRemoval removal() {
            return new PhotoRemoval(
                    materials,
                    requests,
                    photos,
                    prints,
                    forums,
                    registrations,
                    props.contacts(),
                    team,
                    props.outbox(),
                    props.channels(),
                    props.files(),
                    props.clock());
        }
    }

    private List<Flow> flows(Props props) {
        var parts = new Parts(props);
        var provided = new ObjectProvider<Keepsakes>() {
            @Override
            public Stream<Keepsakes> orderedStream() {
                return keepsakes.stream();
            }

            @Override
            public Keepsakes getObject() {
                return keepsakes.get(0);
            }
        };
        var farewell = new Farewell(parts.concerned, parts.materials, provided);
        var all = new ArrayList<>(
                ForumFlows.all(props.store(), props.contacts(), props.outbox(), props.words(), props.clock()));
        all.addAll(List.of(
                new SayHowItWas(parts.forums, parts.registrations, parts.concerned, parts.impressions, farewell),
                new SayOutcome(parts.forums, parts.impressions, props.clock()),
                new ShowFeedback(parts.forums, parts.impressions, new Tally(parts.registrations), props.clock()),
                new ShowMaterials(
                        parts.forums,
                        parts.registrations,
                        parts.materials,
                        parts.consents,
                        parts.requests,
                        props.clock()),
                new AddMaterials(parts.forums, parts.materials),
                new RemoveMaterial(parts.forums, parts.materials, parts.removal()),
                new RemovePhoto(parts.forums, parts.removal()),
                new TakeMeOut(parts.forums, parts.registrations, parts.materials, parts.album, parts.requests),
                new SayPhotos(parts.forums, parts.registrations, parts.consents, props.clock())));
        return all;
    }

    /** What stands on the card besides. */
    OnTheCard onTheCard() {
        var parts = new Parts(bot.props);
        return new OnTheCard(parts.concerned, parts.materials);
    }

    Following instance(Outbox itsOutbox) {
        return new Parts(bot.props).following(itsOutbox);
    }

    Materials materials() {
        return new Materials(store, clock);
    }

    PhotoRemoval removal() {
        return new Parts(bot.props).removal();
    }

    Album album() {
        return new Parts(bot.props).album;
    }

    KeptFiles files() {
        return new KeptFiles(
                store,
                bot.props.ids(),
                clock,
                List.of(new MaterialMemory(store, materials())),
                "https://pokana.example");
    }

    void asksAboutPhotos() {
        var parts = new Parts(bot.props);
        new AskingForPhotos(parts.forums, parts.registrations, parts.consents, parts.writing, outbox, clock)
                .askWhoCameIn();
        bot.messaging.sendDueBulk();
    }

    /** In the time of the forum: {@code 2027-02-25T18:30}. */
    void isNow(String local) {
        clock.set(sofia(local));
    }

    static Instant sofia(String local) {
        return LocalDateTime.parse(local).atZone(TestForums.SOFIA).toInstant();
    }

    Person somebody(String name, Role... roles) {
        store.insert(new Contact(
                name,
                List.of(new Reach("webchat:" + name, true, clock.instant())),
                Locale.forLanguageTag("bg"),
                Profile.UNKNOWN,
                List.of(),
                false,
                false,
                Set.of(roles),
                clock.instant()));
        return bot.person(name);
    }

    Person registered(String name) {
        var person = somebody(name);
        registrations.register("haskovo", new ContactId(name), Profile.UNKNOWN);
        return person;
    }

    /** Registered, and noted at the door. */
    Person wasThere(String name) {
        var person = registered(name);
        arrivals.checkIn("haskovo", new ContactId(name), new ContactId(name));
        return person;
    }

    Forum haskovo() {
        return forums.find("haskovo").orElseThrow();
    }

    /** Ticks once and lets everything due leave. */
    void ticksAt(String local) {
        isNow(local);
        instance(outbox).followUp();
        sends();
    }

    void sends() {
        bot.messaging.sendDueBulk();
    }

    /** Sends without asking the veto. */
    void sendsUnasked() {
        unguarded.sendDueBulk();
    }

    /** Who got what of the lane of reminders, in order: {@code olena: Благодарим}. */
    List<String> told() {
        return Stream.of(bot.messaging, unguarded)
                .flatMap(kit -> kit.channel.carried.stream())
                .filter(carried -> carried.lane() == Lane.REMINDER)
                .map(carried -> carried.to().id() + ": "
                        + org.pokana.messaging.Content.words(carried.content())
                                .text()
                                .split("[ ,]", 2)[0])
                .toList();
    }

    /** Everything in the lane of reminders, whatever became of it. */
    List<Message> queued() {
        return store.findAll(Message.class).stream()
                .filter(message -> message.lane() == Lane.REMINDER)
                .toList();
    }

    void passes(Duration time) {
        clock.advance(time);
    }

    @Override
    public void close() {
        unguarded.close();
        bot.close();
    }
}
