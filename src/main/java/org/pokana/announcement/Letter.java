package org.pokana.announcement;

import org.pokana.kernel.Localized;

/** What people get to read of an announcement. */
record Letter(String id, Localized texts, Audience audience, Terms terms) {

    static Letter of(Announcement announcement) {
        return new Letter(announcement.id(), announcement.texts(), announcement.audience(), announcement.terms());
    }
}
