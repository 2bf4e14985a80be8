package org.pokana.forum;

import static org.pokana.conversation.Questions.oneOf;
import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.pokana.contact.Profile;
import org.pokana.conversation.Spelling;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** Asks who somebody is; what is known is not asked. */
@Component
class Form {

    /** How much longer it makes a word. */
    private static final int ARTICLE = 2;

    private static final List<String> PARTS = List.of("name", "organisation", "municipality", "group");

    private final Organisations organisations;
    private final Origins origins;
    private final Words words;
    private final Towns towns;

    Form(Organisations organisations, Origins origins, Words words) {
        this.organisations = organisations;
        this.origins = origins;
        this.words = words;
        this.towns = new Towns(words);
    }

    Profile completed(Talk talk, Forum forum, Profile known) {
        var steps = new Steps(known);
        var group = known.group() != null ? known.group() : group(talk, steps.next());
        var municipality =
                known.municipality() != null ? known.municipality() : municipality(talk, forum, steps.next());
        var organisation = known.organisation() != null
                ? known.organisation()
                : organisation(talk, group, municipality, steps.next());
        var name = known.name() != null ? known.name() : name(talk, steps.next());
        return new Profile(group, municipality, organisation, name);
    }

    /** The parts that can be corrected, for a question. */
    static List<Choice> parts() {
        return PARTS.stream()
                .map(part -> new Choice(part, phrase("change.what." + part)))
                .toList();
    }

    /** Asks for one part anew. */
    Profile corrected(Talk talk, Forum forum, Profile known, String part) {
        var group = known.group();
        var municipality = known.municipality();
        var organisation = known.organisation();
        var name = known.name();
        switch (part) {
            case "name" -> name = talk.ask(new WhatName(Steps.NONE, Optional.empty()));
            case "organisation" ->
                organisation = organisation(
                        talk, group == null ? "" : group, municipality == null ? "" : municipality, Steps.NONE);
            case "municipality" -> municipality = municipality(talk, forum, Steps.NONE);
            default -> group = group(talk, Steps.NONE);
        }
        return new Profile(group, municipality, organisation, name);
    }

    private static String group(Talk talk, Phrase step) {
        return talk.ask(oneOf("group", Groups.KEYS, key -> key, Groups::named, step));
    }

    private String municipality(Talk talk, Forum forum, Phrase step) {
        var likely = talk.ask(new WhichMunicipality(true, () -> origins.likely(forum), towns, step));
        return likely.equals(WhichMunicipality.ANOTHER)
                ? talk.ask(new WhichMunicipality(false, () -> origins.likely(forum), towns, step))
                : likely;
    }

    private String organisation(Talk talk, String group, String municipality, Phrase step) {
        var likely = organisations.in(municipality);
        if (!Groups.LOCAL.equals(group) || !Municipalities.DISTRICT.contains(municipality)) {
            return talk.ask(new WhichOrganisation(likely, step));
        }
        var townHall = townHall(municipality, talk.language());
        var said = talk.ask(new WhichOrganisation(withTownHall(likely, municipality, townHall), step));
        return isJustThat(said, townHall) ? townHall : said;
    }

    private String townHall(String municipality, Locale language) {
        return words.say(phrase("forum.town-hall", Municipalities.named(municipality)), language);
    }

    /**
     * Most of those who come from local government come from there, and a certificate should spell it well. Whatever
     * others called it, it is offered in the language of the talk only.
     */
    private List<String> withTownHall(List<String> likely, String municipality, String townHall) {
        var names = words.languages().stream()
                .map(language -> Spelling.fold(townHall(municipality, Locale.forLanguageTag(language))))
                .toList();
        var others = likely.stream().filter(each -> !names.contains(Spelling.fold(each)));
        return Stream.concat(Stream.of(townHall), others).toList();
    }

    /** „общината“, with or without the article. */
    private static boolean isJustThat(String said, String townHall) {
        var word = Spelling.fold(said);
        return !word.contains(" ")
                && Stream.of(Spelling.fold(townHall).split(" "))
                        .filter(part -> part.length() > ARTICLE * 2)
                        .anyMatch(part -> word.startsWith(part) && word.length() <= part.length() + ARTICLE);
    }

    private static String name(Talk talk, Phrase step) {
        return talk.ask(new WhatName(step, talk.signature()));
    }
}
