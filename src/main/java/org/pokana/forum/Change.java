package org.pokana.forum;

import static org.pokana.conversation.Questions.choice;
import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.Mine.Held;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** Corrects one thing that was given with a registration, there and for the next time. */
@Component
class Change implements Flow {

    private static final List<String> PARTS = List.of("name", "organisation", "municipality", "group");

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
        var what = talk.ask(choice("what", parts(), arguments(forum, known)));
        var corrected = corrected(talk, known, what);

        registrations.correct(forum.id(), talk.with(), corrected);
        contacts.learn(talk.with(), corrected);
        return talk.end(talk.line("done", forum.title(), or(corrected.name()), or(corrected.organisation()))
                .with(Choice.to("my"), Choice.to("forum", forum.id())));
    }

    private static List<Choice> parts() {
        return PARTS.stream()
                .map(part -> new Choice(part, phrase("change.what." + part)))
                .toList();
    }

    private static Object[] arguments(Forum forum, Profile known) {
        return Stream.of(
                        forum.title(),
                        or(known.name()),
                        or(known.organisation()),
                        or(known.municipality(), Municipalities::named),
                        or(known.group(), Groups::named))
                .toArray();
    }

    private Profile corrected(Talk talk, Profile known, String what) {
        return switch (what) {
            case "name" -> new Profile(known.group(), known.municipality(), known.organisation(), form.name(talk));
            case "organisation" ->
                new Profile(
                        known.group(),
                        known.municipality(),
                        form.organisation(talk, or(known.municipality())),
                        known.name());
            case "municipality" ->
                new Profile(known.group(), form.municipality(talk), known.organisation(), known.name());
            default -> new Profile(form.group(talk), known.municipality(), known.organisation(), known.name());
        };
    }

    private static String or(@Nullable String known) {
        return known == null ? "–" : known;
    }

    private static Object or(@Nullable String key, Function<String, Phrase> named) {
        return key == null ? "–" : named.apply(key);
    }
}
