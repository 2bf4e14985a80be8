package org.pokana.reminder;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pokana.messaging.Message;

/** A reminder in the outbox, with what its id says of it: {@code rem:<forum>:<version>:<rule>:<contact>[:<day>]}. */
record RungReminder(Message message, String wave, String forum, long version, ReminderRule rule) {

    private static final Pattern ID =
            Pattern.compile("rem:(?<wave>(?<forum>[^:]+):(?<version>\\d+):(?<rule>\\d+d@\\d\\d:\\d\\d|\\d+[hm])):.+");

    /** Empty for messages of others. */
    static Optional<RungReminder> read(Message message) {
        var id = ID.matcher(message.id());
        return id.matches()
                ? Optional.of(new RungReminder(
                        message,
                        id.group("wave"),
                        id.group("forum"),
                        Long.parseLong(id.group("version")),
                        ReminderRule.parse(id.group("rule"))))
                : Optional.empty();
    }

    static String id(Wave wave, String contact) {
        return "rem:" + wave.id() + ":" + contact;
    }

    /** The id of the same reminder written anew on another day; the same whoever writes it. */
    String idOn(LocalDate day) {
        return "rem:" + wave + ":" + message.contact() + ":" + day;
    }
}
