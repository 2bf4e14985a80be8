package org.pokana.forum;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.pokana.conversation.Spelling;
import org.springframework.stereotype.Component;

/** Finds people by a few letters of their name or organisation, in whichever alphabet they are typed. */
@Component
public class DoorList {

    private final Registrations registrations;

    public DoorList(Registrations registrations) {
        this.registrations = registrations;
    }

    /** Those still expected first, then those who are there, then those who wait for a seat. */
    public List<Registration> find(String forum, String letters) {
        var all = registrations.of(forum);
        var exactly = matching(all, letters, String::startsWith);
        return exactly.isEmpty() ? matching(all, letters, DoorList::nearly) : exactly;
    }

    private static List<Registration> matching(
            List<Registration> all, String letters, BiPredicate<String, String> begins) {
        var typed = Spelling.fold(letters).split(" ");
        return all.stream()
                .filter(registration -> Arrays.stream(typed)
                        .allMatch(word -> words(registration).anyMatch(known -> begins.test(known, word))))
                .sorted(Comparator.comparing(DoorList::rank).thenComparing(DoorList::name))
                .toList();
    }

    /** With a slip of the finger, once nothing begins just so. */
    private static boolean nearly(String known, String typed) {
        return !typed.isEmpty() && new Term(typed, true).slips(known).isPresent();
    }

    private static Stream<String> words(Registration registration) {
        var profile = registration.profile();
        return Stream.of(profile.name(), profile.organisation())
                .filter(Objects::nonNull)
                .flatMap(text -> Arrays.stream(Spelling.fold(text).split(" ")))
                .filter(word -> !word.isEmpty());
    }

    private static int rank(Registration registration) {
        return registration.awaitsSeat() ? 2 : registration.hasArrived() ? 1 : 0;
    }

    static String name(Registration registration) {
        return Objects.requireNonNullElse(registration.profile().name(), "–");
    }
}
