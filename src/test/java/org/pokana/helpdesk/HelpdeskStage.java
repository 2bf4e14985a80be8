package org.pokana.helpdesk;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.pokana.Stage;
import org.pokana.Stage.Props;
import org.pokana.contact.Consent;
import org.pokana.contact.Contact;
import org.pokana.contact.Profile;
import org.pokana.contact.Responsible;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Listener;
import org.pokana.conversation.Questions;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Transcript;

/** The helpdesk on stage: Olena and Ivan ask, Maria and Petar organize, Dima works at an institution. */
final class HelpdeskStage implements AutoCloseable {

    static final HelpdeskSettings SOFIA = new HelpdeskSettings(ZoneId.of("Europe/Sofia"));

    final List<Question.Draft> learned = new ArrayList<>();
    final Stage stage;
    final Desk desk;
    final Rounds rounds;
    final Team team;
    final TeamTalks talks;
    final KeptQuestions kept;
    final KeptMessages keptMessages;
    final KeptDuties keptDuties;
    final Stage.Person olena;
    final Stage.Person ivan;
    final Stage.Person maria;
    final Stage.Person petar;
    final Stage.Person dima;

    HelpdeskStage() {
        this(null);
    }

    /** @param contact whom the operator named */
    HelpdeskStage(String contact) {
        stage = new Stage(
                props -> new Parts(props, contact, learned).flows(),
                LeftMessage.class,
                Question.class,
                Team.Duty.class,
                Signatures.Signature.class);
        var parts = new Parts(stage.props, contact, learned);
        desk = parts.desk;
        rounds = parts.rounds;
        team = parts.team;
        talks = parts.talks;
        kept = new KeptQuestions(
                stage.props.store(),
                new Forgetting(stage.props.store(), stage.props.outbox(), parts.telling, parts.takingBack));
        keptMessages = new KeptMessages(stage.props.store(), stage.props.outbox(), parts.takingBack);
        keptDuties = new KeptDuties(parts.team, parts.signatures);
        olena = arrives("olena");
        ivan = arrives("ivan");
        maria = arrives("maria");
        petar = arrives("petar");
        dima = arrives("dima");
    }

    private Stage.Person arrives(String name) {
        var person = stage.person(name).says("меню");
        person.reads();
        return person;
    }

    void organize(Stage.Person... people) {
        for (Stage.Person person : people) {
            stage.contacts.grant(person.contact().id(), Role.ORGANIZER);
        }
    }

    void isKnownAs(Stage.Person person, String name, String organisation) {
        var id = person.contact().id();
        stage.contacts.learn(id, new Profile("ngo", "haskovo", organisation, name));
        stage.contacts.consents(id, new Consent("registration", 1, "", "bg", "webchat", stage.clock.instant()));
    }

    /** What the timetable does, and what waits is carried. */
    void timePasses(Duration time) {
        stage.clock.advance(time);
        rounds.make();
        stage.messaging.sendDueBulk();
    }

    void settles() {
        timePasses(Duration.ZERO);
    }

    List<Question> questions() {
        return stage.props.store().findAll(Question.class);
    }

    @Override
    public void close() {
        stage.close();
    }

    /** Put together as Spring does. */
    static final class Parts {

        final Team team;
        final Signatures signatures;
        final Telling telling;
        final TakingBack takingBack;
        final Desk desk;
        final Asking asking;
        final Talking talking;
        final Rounds rounds;
        final TeamTalks talks;
        private final List<Flow> flows;

        Parts(Props props, String contact, List<Question.Draft> learned) {
            var responsible = new Responsible("РСО „Марица“", contact);
            var leads = new FewLeads();
            signatures = new Signatures(props.store());
            team = new Team(props.store(), props.contacts());
            var names = new Names(props.contacts(), signatures, responsible);
            var card = new Card(names, leads, props.contacts(), SOFIA);
            var daytime = new Daytime(SOFIA, props.clock());
            var cards = new Cards(props.contacts(), props.outbox(), props.words(), card, daytime, props.clock());
            telling = new Telling(
                    props.store(),
                    props.contacts(),
                    props.outbox(),
                    props.words(),
                    team,
                    cards,
                    new News(names, team, new ToAskers(names, leads, SOFIA)),
                    daytime);
            takingBack = new TakingBack(props.contacts(), props.outbox(), props.words(), props.clock());
            var changes = new Changes(props.store(), telling, props.clock());
            desk = new Desk(props.store(), changes, SOFIA, props.clock());
            talking = new Talking(desk, changes, props.clock());
            var earlier = new Earlier(leads, new Transcript(props.store()), props.clock());
            asking = new Asking(props.store(), desk, telling, leads, earlier, props.clock());
            var left = new LeftMessages(props.store(), props.contacts(), asking, props.clock());
            rounds = new Rounds(props.store(), changes, talking, telling, team, left, SOFIA, props.clock());
            var openings = new Openings(
                    props.store(), desk, changes, telling, new Transcript(props.store()), props.words(), props.clock());
            var shown = new Shown(names, leads, props.words(), props.clock());
            talks = new TeamTalks(desk, openings, shown, names, props.words());
            var sent = new Sent(names);
            var people = new People(props.contacts(), signatures);
            var teaching = new Teaching(
                    props.store(),
                    props.contacts(),
                    names,
                    List.of((question, draft, by) -> learned.add(draft)),
                    props.words(),
                    SOFIA,
                    props.clock());
            flows = List.of(
                    new CallPerson(responsible, asking, earlier, team, names, SOFIA, props.ids()),
                    new EndQuestion(desk, talking),
                    new Reply(desk, talking, props.ids()),
                    new Carry(desk, talking, sent),
                    new ListQuestions(desk, card, names, props.clock()),
                    new HandleQuestion(desk, leads, sent, teaching),
                    new AnswerAsker(desk, sent, props.ids()),
                    new ForwardQuestion(desk, sent, team, people),
                    new DeclineQuestion(desk, sent, props.contacts(), props.words()),
                    new SetDuty(team, leads, names),
                    new SignAnswers(signatures),
                    new Curious(),
                    new Ask(),
                    new Form());
        }

        List<Flow> flows() {
            return flows;
        }
    }

    static final class Form implements Flow {

        @Override
        public String name() {
            return "unfinished";
        }

        @Override
        public Ending hold(Talk talk) {
            talk.ask(Questions.text("one", 100));
            return talk.end(Line.of(Phrase.verbatim("край на формуляра")));
        }
    }

    /** The topics of the knowledge base. */
    static final class Ask implements Flow {

        @Override
        public String name() {
            return "ask";
        }

        @Override
        public Ending hold(Talk talk) {
            return talk.end(Line.of(Phrase.verbatim("теми"), Choice.to("menu")));
        }
    }

    /** Has an answer to every question about the weather. */
    static final class Curious implements Listener {

        @Override
        public String name() {
            return "curious";
        }

        @Override
        public boolean aside() {
            return true;
        }

        @Override
        public boolean understands(Contact person, String text) {
            return text.contains("времето");
        }

        @Override
        public Ending hold(Talk talk) {
            return talk.end(Line.of(Phrase.verbatim("Ще вали"), Choice.to("menu")));
        }
    }
}
