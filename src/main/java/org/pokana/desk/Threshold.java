package org.pokana.desk;

import java.util.Optional;
import org.pokana.contact.Contact;
import org.pokana.contact.Role;
import org.pokana.kernel.ContactId;
import org.springframework.stereotype.Component;

/** Lets in who showed that they may, and shuts somebody out altogether. */
@Component
public class Threshold {

    private final DeskLinks links;
    private final DeskSessions sessions;
    private final DeskPasswords passwords;
    private final DeskNotices notices;

    Threshold(DeskLinks links, DeskSessions sessions, DeskPasswords passwords, DeskNotices notices) {
        this.links = links;
        this.sessions = sessions;
        this.passwords = passwords;
        this.notices = notices;
    }

    /** How somebody showed it. */
    public enum By {
        LINK,
        PASSWORD
    }

    /**
     * What the browser has to show from now on.
     *
     * @param before what it showed until now: it ends, and by it a browser is known that the person used before
     */
    public String welcome(Contact who, By by, String device, Optional<String> before) {
        boolean known =
                before.filter(session -> sessions.was(session, who.id())).isPresent();
        before.ifPresent(sessions::leave);
        var session = sessions.open(who, device, by == By.LINK ? "signed in" : "signed in with a password");
        if (!known) {
            notices.newBrowser(who.id(), device);
        }
        return session;
    }

    /** They sign in anew with what they may do now; who may not come to the desk has no way in left. */
    public void rolesChanged(Contact who) {
        if (who.may(Role.VIEWER)) {
            sessions.endAll(who.id());
        } else {
            shut(who.id());
        }
    }

    /** No browser, no link and no password of theirs opens anything any more. */
    public void shut(ContactId who) {
        passwords.end(who);
        links.withdraw(who);
        sessions.endAll(who);
    }
}
