package org.pokana.helpdesk;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.contact.Responsible;
import org.pokana.contact.Role;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** What people are called to whom: those who ask only if they consented, those who answer only if they sign. */
@Component
class Names {

    private final Contacts contacts;
    private final Signatures signatures;
    private final Responsible responsible;

    Names(Contacts contacts, Signatures signatures, Responsible responsible) {
        this.contacts = contacts;
        this.signatures = signatures;
        this.responsible = responsible;
    }

    /** Somebody who asks, to the team. */
    Phrase asker(String contact) {
        return known(contact).map(Names::described).orElseGet(() -> from(contact)
                .orElse(phrase("helpdesk.somebody")));
    }

    /** Somebody who asks, to people outside the team: where from, but not who. */
    Phrase askerToGuests(String contact) {
        return from(contact).orElse(phrase("helpdesk.somebody"));
    }

    boolean isNamed(String contact) {
        return known(contact).filter(profile -> profile.name() != null).isPresent();
    }

    private Optional<Profile> known(String contact) {
        return contacts.find(new ContactId(contact))
                .filter(each -> !each.consents().isEmpty())
                .map(Contact::profile)
                .filter(profile -> profile.name() != null);
    }

    private static Phrase described(Profile profile) {
        var organisation = profile.organisation() == null ? "–" : profile.organisation();
        var name = verbatim(profile.name() == null ? "–" : profile.name());
        return profile.municipality() == null
                ? phrase("helpdesk.named", name, organisation)
                : phrase("helpdesk.named-from", name, organisation, municipality(profile.municipality()));
    }

    private Optional<Phrase> from(String contact) {
        return contacts.find(new ContactId(contact))
                .filter(each -> !each.consents().isEmpty())
                .map(each -> each.profile().municipality())
                .map(key -> phrase("helpdesk.somebody-from", municipality(key)));
    }

    private static Phrase municipality(String key) {
        return phrase("forum.municipality." + key);
    }

    /** Whether anything can be told to somebody. */
    boolean isInReach(String contact) {
        return contacts.find(new ContactId(contact)).flatMap(Contact::address).isPresent();
    }

    /** Somebody who answers, to the team. */
    Phrase colleague(@Nullable String contact) {
        return Optional.ofNullable(contact)
                .flatMap(each -> contacts.find(new ContactId(each)))
                .flatMap(each -> signatures.of(each.id()).or(() -> Optional.ofNullable(
                                each.profile().name())
                        .filter(name -> !each.consents().isEmpty())))
                .<Phrase>map(Phrase::verbatim)
                .orElse(phrase("helpdesk.colleague"));
    }

    /** Somebody who answers, to those who ask: the institution, and the name of those who sign. */
    Phrase answerer(@Nullable String contact) {
        var person = Optional.ofNullable(contact).flatMap(each -> contacts.find(new ContactId(each)));
        var institution = institution(contact);
        return person.flatMap(each -> signatures.of(each.id()))
                .map(name -> phrase("helpdesk.signed", name, institution))
                .orElse(institution);
    }

    /** Where the answer comes from, whoever wrote it. */
    Phrase institution(@Nullable String contact) {
        return Optional.ofNullable(contact)
                .flatMap(each -> contacts.find(new ContactId(each)))
                .filter(each -> !each.may(Role.ORGANIZER))
                .map(Names::institution)
                .orElseGet(this::team);
    }

    private static Phrase institution(Contact guest) {
        var organisation = guest.profile().organisation();
        return organisation == null || guest.consents().isEmpty() ? phrase("helpdesk.expert") : verbatim(organisation);
    }

    private Phrase team() {
        return responsible.name().map(name -> phrase("helpdesk.team-of", name)).orElse(phrase("helpdesk.team"));
    }
}
