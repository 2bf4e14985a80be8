package org.pokana.contact;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person we talk to, and what we may remember of them.
 *
 * @param language the one to speak to them in just now
 */
@Document("contacts")
@CompoundIndex(def = "{'profile.name': 1}")
@CompoundIndex(def = "{'profile.organisation': 1}")
@CompoundIndex(def = "{'profile.municipality': 1}")
public record Contact(
        @Id String key,
        List<Reach> reaches,
        Locale language,
        Profile profile,
        List<Consent> consents,
        boolean announcementsOff,
        boolean remindersOff,
        Set<Role> roles,
        @Indexed Instant since) {

    /** An address of a person; {@code at} is its text form, {@code open} is false while they block us. */
    public record Reach(@Indexed(unique = true) String at, boolean open, Instant lastHeard) {

        public Address address() {
            return Address.parse(at);
        }
    }

    public ContactId id() {
        return new ContactId(key);
    }

    /** Where they spoke last and can still be reached; empty when they blocked us everywhere. */
    public Optional<Address> address() {
        return reaches.stream()
                .filter(Reach::open)
                .max(java.util.Comparator.comparing(Reach::lastHeard))
                .map(Reach::address);
    }

    /** Whether they can be written to there, as far as we know. */
    public boolean opens(String at) {
        return reaches.stream().noneMatch(reach -> reach.at().equals(at) && !reach.open());
    }

    public Optional<Consent> consentTo(String purpose) {
        return consents.stream()
                .filter(consent -> consent.purpose().equals(purpose))
                .reduce((earlier, later) -> later);
    }

    /** As they are to be spoken to; what they chose stays in the store. */
    Contact spokenToIn(Locale other) {
        return new Contact(key, reaches, other, profile, consents, announcementsOff, remindersOff, roles, since);
    }

    Contact withoutRoles() {
        return new Contact(key, reaches, language, profile, consents, announcementsOff, remindersOff, Set.of(), since);
    }

    /** Owners may do whatever any other role may, organizers all that door and viewer may. */
    public boolean may(Role needed) {
        return roles.contains(Role.OWNER)
                || roles.contains(needed)
                || (roles.contains(Role.ORGANIZER) && needed != Role.OWNER);
    }
}
