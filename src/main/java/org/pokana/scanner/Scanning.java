package org.pokana.scanner;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.forum.Arrivals;
import org.pokana.forum.DoorList;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.kernel.ContactId;
import org.pokana.paper.Passes;
import org.springframework.stereotype.Component;

/** What a phone at the door may see and do: the people of its own forum, and whether they are here. */
@Component
public class Scanning {

    private final Forums forums;
    private final Registrations registrations;
    private final Arrivals arrivals;
    private final DoorList list;
    private final Passes passes;
    private final Clock clock;

    Scanning(Forums forums, Registrations registrations, Arrivals arrivals, DoorList list, Passes passes, Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.arrivals = arrivals;
        this.list = list;
        this.passes = passes;
        this.clock = clock;
    }

    /** Somebody with a number. */
    public record Person(long number, String name, String organisation, boolean here) {

        static Person of(Registration registration) {
            var profile = registration.profile();
            return new Person(
                    registration.number(),
                    Objects.requireNonNullElse(profile.name(), "–"),
                    Objects.requireNonNullElse(profile.organisation(), ""),
                    registration.hasArrived());
        }
    }

    /** How many are here, and of how many. */
    public record Count(long here, int of) {}

    /** What came of a note; the page has words for each. */
    public enum Outcome {
        HERE,
        HERE_ALREADY,
        TAKEN_BACK,
        NO_SEAT,
        UNKNOWN,
        CLOSED
    }

    /** @param person of whom it is, if that is known */
    public record Noted(Outcome outcome, @Nullable Person person, Count count) {}

    public Optional<Forum> forum(Scanner scanner) {
        return forums.find(scanner.forum());
    }

    public Count count(Scanner scanner) {
        int seats = forum(scanner).map(forum -> forum.seats().size()).orElse(0);
        return new Count(arrivals.count(scanner.forum()), seats);
    }

    /** Everybody with a seat, guests too. */
    public List<Person> people(Scanner scanner) {
        return people(registrations.of(scanner.forum()));
    }

    /** Those whom some letters may mean, in whichever alphabet. */
    public List<Person> find(Scanner scanner, String letters) {
        return people(list.find(scanner.forum(), letters));
    }

    private static List<Person> people(List<Registration> all) {
        return all.stream().filter(Registration::isConfirmed).map(Person::of).toList();
    }

    /**
     * Notes that somebody is here, or that this was a mistake; safe to repeat.
     *
     * @param read what a code said, or the number that was typed
     */
    public Noted note(Scanner scanner, String read, boolean undo) {
        if (forum(scanner).filter(forum -> forum.canBeNoted(clock.instant())).isEmpty()) {
            return noted(scanner, Outcome.CLOSED, null);
        }
        var registration = meant(scanner, read.strip()).orElse(null);
        if (registration == null) {
            return noted(scanner, Outcome.UNKNOWN, null);
        }
        if (!registration.isConfirmed()) {
            return noted(scanner, Outcome.NO_SEAT, registration);
        }
        return undo ? takeBack(scanner, registration) : checkIn(scanner, registration);
    }

    /** Of this forum only: a code of another is no code here. */
    private Optional<Registration> meant(Scanner scanner, String read) {
        if (read.matches("\\d{1,6}")) {
            return arrivals.numbered(scanner.forum(), Long.parseLong(read));
        }
        return Passes.token(read)
                .flatMap(passes::find)
                .filter(registration -> registration.forum().equals(scanner.forum()));
    }

    private Noted checkIn(Scanner scanner, Registration registration) {
        var before = registration.hasArrived() ? Outcome.HERE_ALREADY : Outcome.HERE;
        return arrivals.checkIn(scanner.forum(), registration.contactId(), new ContactId(scanner.by()))
                .map(arrived -> noted(scanner, before, arrived))
                .orElseGet(() -> noted(scanner, Outcome.NO_SEAT, registration));
    }

    private Noted takeBack(Scanner scanner, Registration registration) {
        return arrivals.undo(scanner.forum(), registration.contactId())
                .map(expected -> noted(scanner, Outcome.TAKEN_BACK, expected))
                .orElseGet(() -> noted(scanner, Outcome.NO_SEAT, registration));
    }

    private Noted noted(Scanner scanner, Outcome outcome, @Nullable Registration registration) {
        return new Noted(outcome, registration == null ? null : Person.of(registration), count(scanner));
    }
}
