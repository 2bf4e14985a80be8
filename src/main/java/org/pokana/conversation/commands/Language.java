package org.pokana.conversation.commands;

import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import java.util.Locale;
import org.pokana.contact.Contacts;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** Changes the language of everything said from here on, in the middle of whatever is going on. */
@Component
class Language implements Flow {

    private final Contacts contacts;
    private final Words words;

    Language(Contacts contacts, Words words) {
        this.contacts = contacts;
        this.words = words;
    }

    @Override
    public String name() {
        return "language";
    }

    @Override
    public boolean everywhere() {
        return true;
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var wanted =
                talk.opening().equals("other") ? other(talk) : talk.opening().toLowerCase(Locale.ROOT);
        if (words.offered().contains(wanted)) {
            contacts.speaks(talk.with(), Locale.forLanguageTag(wanted));
            return talk.end(
                    talk.line("changed").with(Choice.to(phrase("language.other"), name(), "other"), Choice.to("menu")));
        }
        return talk.end(
                talk.line("which").with(languages()).with(Choice.to("menu").as(Choice.Tone.AWAY)));
    }

    /** The only other one; among several, people choose. */
    private String other(Talk talk) {
        var others = words.offered().stream()
                .filter(tag -> !tag.equals(talk.language().getLanguage()))
                .toList();
        return others.size() == 1 ? others.get(0) : "";
    }

    private List<Choice> languages() {
        return words.offered().stream()
                .sorted()
                .map(tag -> Choice.to(phrase("language.in-" + tag), "language", tag))
                .toList();
    }
}
