package org.pokana.helpdesk;

import static org.pokana.kernel.Phrase.verbatim;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.conversation.Spelling;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** Everybody who can be asked for by name, as they gave it and agreed that the organizers see it. */
@Component
class People {

    private static final int LABEL = 25;

    private final Contacts contacts;
    private final Signatures signatures;

    People(Contacts contacts, Signatures signatures) {
        this.contacts = contacts;
        this.signatures = signatures;
    }

    /** @param part of the name or the organisation, folded */
    List<Contact> called(String part, int most) {
        try (var all = contacts.all()) {
            return all.filter(one -> one.address().isPresent())
                    .filter(one -> Spelling.fold(named(one)).contains(part))
                    .limit(most)
                    .toList();
        }
    }

    String label(Contact one) {
        return News.cut(named(one), LABEL);
    }

    /** Numbered, as two may have the same name; picked by their ids. */
    List<Choice> choices(List<Contact> found) {
        return IntStream.range(0, found.size())
                .mapToObj(i ->
                        new Choice(found.get(i).key(), verbatim(News.cut((i + 1) + ". " + named(found.get(i)), LABEL))))
                .toList();
    }

    boolean isNamed(Contact one) {
        return !named(one).isEmpty();
    }

    private String named(Contact one) {
        var name = signatures.of(one.id()).or(() -> Optional.ofNullable(
                        one.profile().name())
                .filter(known -> !one.consents().isEmpty()));
        var organisation = one.profile().organisation();
        return name.map(known -> organisation == null || one.consents().isEmpty() ? known : known + ", " + organisation)
                .orElse("");
    }
}
