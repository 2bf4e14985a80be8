package org.pokana.change;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.pokana.SettableClock;
import org.pokana.Stage;
import org.pokana.Stage.Person;
import org.pokana.Stage.Props;
import org.pokana.contact.Role;
import org.pokana.conversation.Flow;
import org.pokana.forum.CallNumbers;
import org.pokana.forum.Forum;
import org.pokana.forum.ForumFlows;
import org.pokana.forum.ForumKit;
import org.pokana.forum.Forums;
import org.pokana.forum.Notices;
import org.pokana.forum.Registrations;
import org.pokana.forum.TestForums;
import org.pokana.messaging.Content;
import org.pokana.messaging.FakeChannel.Carried;
import org.pokana.phone.PhoneNumbers;

/** An organizer who changes the forum in Haskovo, people who are registered for it, and all that tells them. */
final class ChangeStage implements AutoCloseable {

    final Stage bot;
    final SettableClock clock;
    final Forums forums;
    final Registrations registrations;
    final LiveCount liveCount;
    final Refreshing refreshing;
    final Acknowledgements acknowledgements;

    /** An organizer. */
    final Person maria;

    ChangeStage() {
        var documents = new ArrayList<Class<?>>(Arrays.asList(ForumFlows.documents()));
        documents.addAll(List.of(Acknowledgement.class, Watch.class, Refreshing.Refreshed.class));
        bot = new Stage(
                ChangeStage::flows,
                props -> List.of(new RefreshVeto(new Forums(props.store(), props.clock()))),
                documents.toArray(Class<?>[]::new));
        clock = bot.clock;
        forums = new Forums(bot.props.store(), clock);
        registrations = registrations(bot.props);
        acknowledgements = new Acknowledgements(bot.props.store(), clock);
        liveCount = new LiveCount(
                new Watches(bot.props.store(), clock),
                tallies(bot.props),
                forums,
                bot.contacts,
                bot.props.outbox(),
                bot.props.channels(),
                bot.props.words(),
                clock);
        refreshing = new Refreshing(
                forums,
                registrations,
                ForumFlows.cards(forums, registrations, clock),
                bot.contacts,
                bot.props.outbox(),
                bot.props.channels(),
                bot.props.words(),
                bot.props.store(),
                clock);
        forums.add(TestForums.haskovo(40));
        maria = bot.person("maria").says("/start");
        bot.contacts.grant(maria.contact().id(), Role.ORGANIZER);
    }

    private static List<Flow> flows(Props props) {
        var forums = new Forums(props.store(), props.clock());
        var words = props.words();
        var around = ForumFlows.all(
                props.store(),
                props.contacts(),
                props.outbox(),
                words,
                props.clock(),
                new Watches(props.store(), props.clock()));
        var planned = ForumFlows.planned(props.store(), words, props.clock());
        var own = Stream.of(
                new Understood(forums, registrations(props), new Acknowledgements(props.store(), props.clock())),
                new ShowUnderstood(
                        planned,
                        tallies(props),
                        new CallNumbers(props.store(), forums, new PhoneNumbers(props.store(), props.clock()))));
        return Stream.concat(around.stream(), own).toList();
    }

    private static Registrations registrations(Props props) {
        var notices = new Notices(props.outbox(), props.contacts(), props.words(), props.clock());
        return new Registrations(props.store(), new Forums(props.store(), props.clock()), notices, props.clock());
    }

    private static Tallies tallies(Props props) {
        return new Tallies(props.store(), registrations(props), new Acknowledgements(props.store(), props.clock()));
    }

    Person registered(String name) {
        var person = bot.person(name).says("/start");
        registrations.register("haskovo", person.contact().id(), ForumKit.profile(name));
        return person;
    }

    Forum haskovo() {
        return forums.find("haskovo").orElseThrow();
    }

    /** Maria moves the forum and everybody is told. */
    void moves(String when) {
        clock.advance(Duration.ofMinutes(1));
        maria.says("/move haskovo").taps("Ден и час").says(when).taps("Промени и уведоми");
        goesOn();
    }

    /** Some seconds pass, and what is due leaves. */
    void goesOn() {
        clock.advance(Duration.ofSeconds(4));
        liveCount.show();
        refreshing.refresh();
        bot.messaging.sendDueBulk();
        bot.messaging.takeOver();
    }

    /** What Maria's messages about how many understood said, the edits of the first included. */
    List<Carried> counts() {
        return bot.messaging.channel.carried.stream()
                .filter(carried -> carried.to().equals(maria.address))
                .filter(carried -> text(carried).startsWith("Промяната на форум"))
                .filter(carried -> text(carried).contains("обновява"))
                .toList();
    }

    private static String text(Carried carried) {
        return Content.words(carried.content()).text();
    }

    String lastCount() {
        var counts = counts();
        return text(counts.get(counts.size() - 1));
    }

    @Override
    public void close() {
        bot.close();
    }
}
