package org.pokana.paper;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.pokana.forum.Registration;

/**
 * Somebody as they stand on paper.
 *
 * @param size a class of styles: the longer a name, the smaller its letters
 */
record Attendee(long number, String name, String organisation, String size) {

    private static final int LONG = 22;
    private static final int VERY_LONG = 40;

    static Attendee of(Registration registration) {
        var profile = registration.profile();
        var name = Objects.requireNonNullElse(profile.name(), "–");
        return new Attendee(
                registration.number(), name, Objects.requireNonNullElse(profile.organisation(), ""), size(name, 1));
    }

    public String sizeOfOrganisation() {
        return size(organisation, 2);
    }

    private static String size(String text, int lines) {
        if (text.length() > VERY_LONG * lines) {
            return "very-long";
        }
        return text.length() > LONG * lines ? "long" : "short";
    }

    /** In the order in which people look for themselves: by organisation, then by name. */
    static List<Registration> inOrder(Stream<Registration> registrations, Locale language) {
        var letters = Collator.getInstance(language);
        Comparator<Registration> order = Comparator.comparing((Registration each) -> of(each).organisation(), letters)
                .thenComparing(each -> of(each).name(), letters)
                .thenComparing(Registration::number);
        return registrations.sorted(order).toList();
    }
}
