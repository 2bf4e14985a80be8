package org.pokana.desk;

import java.time.Instant;
import org.pokana.contact.Contact;
import org.springframework.context.support.GenericApplicationContext;

/** Gives tests elsewhere the link that an organizer would get in the chat. */
public final class DeskKit {

    private DeskKit() {}

    /** From the path on. */
    public static String link(DeskLinks links, Contact who) {
        return links.forOne(who.id()).replaceFirst("^https?://[^/]+", "");
    }

    /** What an app that knows the secret shows at that moment. */
    public static String code(String secret, Instant moment) {
        return OneTimeCode.at(Base32.read(secret), OneTimeCode.step(moment));
    }

    /** Passwords are as quick to try as it gets, so that tests can try many. */
    public static void hurries(GenericApplicationContext service) {
        service.registerBean("quickHash", SlowHash.class, () -> new SlowHash(4), bean -> bean.setPrimary(true));
    }
}
