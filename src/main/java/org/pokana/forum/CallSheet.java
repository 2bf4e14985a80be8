package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Phrase;
import org.pokana.phone.PhoneNumber;

/**
 * People an organizer may have to call, as many as a screen takes: by number, name and organisation, with the
 * telephone number they left, if they did.
 *
 * @param further the way to the next of them
 */
public record CallSheet(Phrase lines, List<Choice> further) {

    private static final Comparator<Registration> BY_NUMBER = Comparator.comparing(Registration::isWaiting)
            .thenComparing(Registration::number)
            .thenComparing(Registration::waitSeq);

    /**
     * @param people at least one
     * @param page as it follows the forum behind the command
     */
    public static CallSheet of(
            List<Registration> people, CallNumbers numbers, String page, String command, Forum forum) {
        var some = Page.of(people.stream().sorted(BY_NUMBER).toList(), page);
        var left = numbers.of(some.items());
        return new CallSheet(
                Facts.lines(some.items().stream().map(person -> line(person, left.get(person.contact())))),
                some.further(command + " " + forum.id()));
    }

    private static Phrase line(Registration registration, @Nullable PhoneNumber number) {
        return phrase(
                "forum.call",
                registration.number(),
                Boards.name(registration),
                Boards.organisation(registration),
                registration.isGuest() ? "guest" : registration.isWaiting() ? "waiting" : "seat",
                number == null ? phrase("phone.none") : number.shown());
    }
}
