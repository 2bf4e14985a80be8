package org.pokana.forum;

import static org.pokana.conversation.Questions.choice;
import static org.pokana.kernel.Phrase.phrase;

import java.util.stream.Stream;
import org.pokana.contact.Contacts;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.Mine.Held;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** Corrects one thing that was given with a registration, there and for the next time. */
@Component
class Change implements Flow {

    private final Mine mine;
    private final Registrations registrations;
    private final Contacts contacts;
    private final Form form;

    Change(Mine mine, Registrations registrations, Contacts contacts, Form form) {
        this.mine = mine;
        this.registrations = registrations;
        this.contacts = contacts;
        this.form = form;
    }

    @Override
    public String name() {
        return "change";
    }

    @Override
    public Ending hold(Talk talk) {
        var meant = mine.meant(talk).filter(held -> held.registration().isActive());
        if (meant.isEmpty()) {
            return talk.opening().isEmpty()
                    ? mine.which(talk, name())
                    : talk.end(talk.line("gone").with(Choice.to("my"), Facts.all()));
        }
        return change(talk, meant.get());
    }

    private Ending change(Talk talk, Held held) {
        var forum = held.forum();
        var known = held.registration().profile();
        var what = talk.ask(choice(
                "what",
                Form.parts(),
                Stream.concat(Stream.of(forum.title()), Summary.parts(known).stream())
                        .toArray()));
        var corrected = form.corrected(talk, forum, known, what);

        registrations.correct(forum.id(), talk.with(), corrected);
        contacts.learn(talk.with(), corrected);
        return talk.end(talk.line(
                        "done",
                        forum.title(),
                        phrase("register.person", Summary.parts(corrected).toArray()))
                .with(Choice.to("my"), Choice.to("forum", forum.id()), Facts.menu()));
    }
}
