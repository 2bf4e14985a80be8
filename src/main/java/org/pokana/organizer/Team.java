package org.pokana.organizer;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pokana.audit.Audit;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.desk.Threshold;
import org.pokana.kernel.ContactId;
import org.springframework.stereotype.Component;

/** Who organizes, helps or looks on: invites people, gives them another role and takes it away, at once and everywhere. */
@Component
public class Team {

    private final Contacts contacts;
    private final Invitations invitations;
    private final Threshold threshold;
    private final Audit audit;

    Team(Contacts contacts, Invitations invitations, Threshold threshold, Audit audit) {
        this.contacts = contacts;
        this.invitations = invitations;
        this.threshold = threshold;
        this.audit = audit;
    }

    /** An invitation that nobody has opened yet. */
    public record Invited(String id, Role role, ContactId by, Instant until) {}

    /** What a link to us has to begin a talk with; it is nowhere in the store and never shown again. */
    public String invite(ContactId by, Role role) {
        return "organizer-" + invitations.from(by, role);
    }

    /** Those that still work, the one that ends first at the top. */
    public List<Invited> invited() {
        return invitations.unopened().stream()
                .map(one -> new Invited(one.id(), one.role(), new ContactId(one.by()), one.until()))
                .toList();
    }

    /** Whether there was anything to call back. */
    public boolean callBack(ContactId by, String invitation) {
        boolean there = invitations.callBack(invitation);
        if (there) {
            audit.note(by, "called an invitation back", invitation);
        }
        return there;
    }

    /** Takes the other roles first, so that whatever happens in between, nobody may more than meant. */
    public Optional<Contact> change(ContactId by, ContactId who, Role role) {
        if (contacts.find(who).filter(member -> !member.roles().isEmpty()).isEmpty()) {
            return Optional.empty();
        }
        Arrays.stream(Role.values()).filter(other -> other != role).forEach(other -> contacts.withdraw(who, other));
        var changed = contacts.grant(who, role);
        audit.note(by, "changed a role", role + " " + who);
        changed.ifPresent(this::endWhatTheyHad);
        return changed;
    }

    /** The person as they are without it; empty when nobody knows them. */
    public Optional<Contact> end(ContactId by, ContactId who, Role role) {
        var left = contacts.withdraw(who, role);
        left.ifPresent(member -> {
            audit.note(by, "took a role away", role + " " + who);
            endWhatTheyHad(member);
        });
        return left;
    }

    private void endWhatTheyHad(Contact member) {
        invitations.callBackAllOf(member.id());
        threshold.rolesChanged(member);
    }
}
