package org.pokana.reminder;

/** An operator wrote a rule for reminders that we cannot read. */
final class BadReminders extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadReminders(String text, Throwable cause) {
        super("POKANA_REMINDERS is '%s'. %s".formatted(text, cause.getMessage()), cause);
    }
}
