/**
 * The pages: one that everybody sees, with the next forums and the chat, and the organizers' own.
 *
 * <p>All pages live here rather than in the features: they are two doors for two kinds of people, and what is behind a
 * door is decided in one place. What pages show while it changes is looked up in the store, once a second for everybody
 * who follows it ({@code LiveStreams}), so that no instance need tell another of anything.
 *
 * <p>The journal is kept by {@code audit}; how its acts read is said here: what each was about and where that is now
 * ({@code ActObjects}, and {@code Beginnings} for what has no title), and its particulars ({@code ActDetails}).
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "contact",
            "messaging",
            "faq",
            "helpdesk",
            "announcement",
            "forum",
            "followup",
            "change",
            "paper",
            "privacy",
            "phone",
            "scanner",
            "audit",
            "organizer",
            "settings",
            "reminder",
            "archive",
            "desk"
        })
@NullMarked
package org.pokana.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
