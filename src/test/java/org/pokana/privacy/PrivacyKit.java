package org.pokana.privacy;

import org.pokana.contact.Responsible;

/** What people are told about their data, for pages that show it. */
public final class PrivacyKit {

    private PrivacyKit() {}

    public static PrivacyNotice notice(String organisation, String contact) {
        return new PrivacyNotice(new Responsible(organisation, contact), new PrivacySettings(90));
    }
}
