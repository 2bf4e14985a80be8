package org.pokana.forum;

import static org.pokana.conversation.Questions.oneOf;

import org.pokana.contact.Profile;
import org.pokana.conversation.Talk;
import org.springframework.stereotype.Component;

/** Asks who somebody is; what is known is not asked. */
@Component
class Form {

    private static final int LONGEST_NAME = 80;

    private final Organisations organisations;

    Form(Organisations organisations) {
        this.organisations = organisations;
    }

    Profile completed(Talk talk, Profile known) {
        var group = known.group() != null ? known.group() : group(talk);
        var municipality = known.municipality() != null ? known.municipality() : municipality(talk);
        var organisation = known.organisation() != null ? known.organisation() : organisation(talk, municipality);
        var name = known.name() != null ? known.name() : name(talk);
        return new Profile(group, municipality, organisation, name);
    }

    String group(Talk talk) {
        return talk.ask(oneOf("group", Groups.KEYS, key -> key, Groups::named));
    }

    String municipality(Talk talk) {
        return talk.ask(oneOf("municipality", Municipalities.KEYS, key -> key, Municipalities::named));
    }

    String organisation(Talk talk, String municipality) {
        return talk.ask(new WhichOrganisation(organisations.in(municipality)));
    }

    String name(Talk talk) {
        return talk.ask(new OneLine("name", LONGEST_NAME));
    }
}
