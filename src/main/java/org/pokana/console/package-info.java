/**
 * The pages: one that everybody sees, with the next forums and the chat, and the organizers' own.
 *
 * <p>All pages live here rather than in the features: they are two doors for two kinds of people, and what is behind a
 * door is decided in one place.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "contact",
            "messaging",
            "faq",
            "helpdesk",
            "forum",
            "followup",
            "change",
            "paper",
            "privacy",
            "scanner",
            "audit",
            "settings",
            "reminder",
            "desk"
        })
@NullMarked
package org.pokana.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
