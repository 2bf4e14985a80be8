package org.pokana.forum;

import static org.pokana.conversation.Questions.oneOf;

import java.time.Clock;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.Seating.AlreadyIn;
import org.pokana.forum.Seating.AlreadyWaiting;
import org.pokana.forum.Seating.Seated;
import org.pokana.forum.Seating.Waiting;
import org.pokana.kernel.Attachment;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** Signs a person up for a forum; whoever is known has nothing to answer. */
@Component
class Register implements Flow {

    private final Forums forums;
    private final Registrations registrations;
    private final Contacts contacts;
    private final RegistrationConsent consent;
    private final Form form;
    private final Clock clock;

    Register(
            Forums forums,
            Registrations registrations,
            Contacts contacts,
            RegistrationConsent consent,
            Form form,
            Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.contacts = contacts;
        this.consent = consent;
        this.form = form;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "register";
    }

    @Override
    public boolean linkable() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var forum = forums.find(talk.opening()).orElse(null);
        if (forum == null) {
            return another(talk);
        }
        if (forum.isCancelled() || forum.isOver(clock.instant())) {
            return talk.goOnWith("forum", forum.id());
        }
        if (isIn(talk, forum)) {
            return register(talk, forum, talk.contact().profile());
        }
        if (!forum.isOpen(clock.instant())) {
            talk.say("forum-closed", forum.title());
            return another(talk);
        }
        if (!consent.given(talk)) {
            return talk.end(talk.line("no-consent").with(Choice.to("forum", forum.id()), Facts.all()));
        }
        var profile = form.completed(talk, talk.contact().profile());
        consent.keep(talk);
        contacts.learn(talk.with(), profile);
        return register(talk, forum, profile);
    }

    private boolean isIn(Talk talk, Forum forum) {
        return registrations
                .find(forum.id(), talk.with())
                .filter(Registration::isActive)
                .isPresent();
    }

    private Ending another(Talk talk) {
        var open = forums.openForRegistration();
        if (open.isEmpty()) {
            return talk.end(talk.line("nothing-open").with(Choice.to("forums")));
        }
        var forum = talk.ask(oneOf("forum", open, Forum::id, Facts::label));
        return talk.goOnWith(name(), forum.id());
    }

    private Ending register(Talk talk, Forum forum, Profile profile) {
        var seating = registrations.register(forum.id(), talk.with(), profile);
        if (seating instanceof Seated seated) {
            return confirmation(talk, seated.forum(), seated.number());
        }
        if (seating instanceof AlreadyIn in) {
            var number = in.registration().number();
            return talk.end(
                    talk.line("already-in", number, forum.title(), Facts.when(in.forum()), Facts.place(in.forum()))
                            .with(Choice.to("my"), Facts.giveUp(forum), Choice.to("agenda", forum.id())));
        }
        if (seating instanceof Waiting waiting) {
            return talk.end(talk.line("waiting", forum.title(), Facts.position(waiting.position()))
                    .with(Choice.to("my"), Facts.leaveLine(forum), Facts.all())
                    .thatLasts());
        }
        if (seating instanceof AlreadyWaiting waiting) {
            return talk.end(talk.line("already-waiting", forum.title(), Facts.position(waiting.position()))
                    .with(Choice.to("my"), Facts.leaveLine(forum), Facts.all()));
        }
        return talk.end(talk.line("closed", forum.title()).with(Facts.buttons(forums.openForRegistration())));
    }

    private static Ending confirmation(Talk talk, Forum forum, long number) {
        talk.say(talk.line("done", number, forum.title(), Facts.when(forum), Facts.place(forum))
                .with(Choice.to("my"), Facts.giveUp(forum), Choice.to("agenda", forum.id()))
                .carrying(new Attachment.Copyable(String.valueOf(number)))
                .thatLasts());
        talk.say(Facts.calendar(forum, talk.language()));
        if (forum.venue().onMap()) {
            talk.say(Facts.map(forum));
        }
        return talk.end();
    }
}
