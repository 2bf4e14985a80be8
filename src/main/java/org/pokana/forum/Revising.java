package org.pokana.forum;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact;
import org.pokana.kernel.Localized;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** An organizer changes a forum on a big screen: looks at what people would be told, then says that it is so. */
@Component
public class Revising {

    private final Forums forums;
    private final Registrations registrations;
    private final List<ChangeWatch> watches;
    private final Clock clock;

    Revising(Forums forums, Registrations registrations, List<ChangeWatch> watches, Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.watches = watches;
        this.clock = clock;
    }

    /**
     * What was written into the form.
     *
     * @param place by language; a language left out has the words of another
     * @param agenda a line for each part, in {@code language}
     */
    public record Written(
            LocalDate day,
            LocalTime from,
            LocalTime to,
            Map<String, String> place,
            Map<String, String> address,
            String agenda,
            Locale language) {}

    /** What is wrong with it; the page has words for each. */
    public enum Fault {
        PAST,
        HOURS,
        PLACE,
        AGENDA
    }

    /** What it comes to: either something is wrong, or this is the plan. */
    public record Read(@Nullable Fault fault, @Nullable Plan plan) {}

    public Read read(Forum forum, Written written) {
        var start = written.day().atTime(written.from());
        var lasts = Duration.between(written.from(), written.to());
        if (lasts.isNegative() || lasts.isZero()) {
            return new Read(Fault.HOURS, null);
        }
        boolean moves = !start.equals(forum.startsAt().toLocalDateTime());
        if (moves && !start.atZone(forum.zone()).toInstant().isAfter(clock.instant())) {
            return new Read(Fault.PAST, null);
        }
        var venue = venue(forum, written).orElse(null);
        if (venue == null) {
            return new Read(Fault.PLACE, null);
        }
        var moved = new Plan(start, lasts, venue, forum.agenda());
        return agenda(forum, moved.in(forum), written)
                .map(agenda -> new Read(null, new Plan(start, lasts, venue, agenda)))
                .orElseGet(() -> new Read(Fault.AGENDA, null));
    }

    /** As it was, if nothing else is written; else nobody knows where on the map that is. */
    private static Optional<Venue> venue(Forum forum, Written written) {
        var name = localized(written.place());
        var address = localized(written.address());
        if (name.isEmpty()) {
            return Optional.empty();
        }
        var known = forum.venue();
        boolean same = name.get().equals(known.name()) && address.equals(Optional.ofNullable(known.address()));
        return Optional.of(same ? known : new Venue(name.get(), address.orElse(null), null, null));
    }

    private static final int LONGEST = 120;

    private static Optional<Localized> localized(Map<String, String> written) {
        var kept = new HashMap<String, String>();
        written.forEach((language, words) -> OneLine.of(words, LONGEST).ifPresent(line -> kept.put(language, line)));
        return kept.isEmpty() ? Optional.empty() : Optional.of(new Localized(kept));
    }

    /** Left as it was it moves along with the forum; parts that keep their words keep those of other languages. */
    private static Optional<List<AgendaItem>> agenda(Forum forum, Forum moved, Written written) {
        if (written.agenda().strip().equals(lines(forum, written.language()))) {
            var by = Duration.between(
                    forum.startsAt().toLocalTime(), moved.startsAt().toLocalTime());
            return Optional.of(
                    forum.agenda().stream().map(item -> item.later(by)).toList());
        }
        if (written.agenda().isBlank()) {
            return Optional.of(List.of());
        }
        return new AgendaText(moved, written.language()).read(written.agenda()).map(items -> items.stream()
                .map(item -> known(forum, item, written.language()))
                .toList());
    }

    private static AgendaItem known(Forum forum, AgendaItem item, Locale language) {
        return forum.agenda().stream()
                .filter(before ->
                        before.title().in(language).equals(item.title().in(language)))
                .findFirst()
                .map(before -> new AgendaItem(item.starts(), item.ends(), before.kind(), before.title()))
                .orElse(item);
    }

    /** The agenda as it is written into the form. */
    public static String lines(Forum forum, Locale language) {
        return forum.agenda().stream()
                .map(item -> Facts.hours(item) + " " + item.title().in(language))
                .collect(Collectors.joining("\n"));
    }

    /**
     * What people would be told.
     *
     * @param words null when nobody has to be told anything
     * @param night whether it could wait for the morning
     */
    public record Preview(@Nullable Phrase words, int people, boolean night) {}

    public Preview preview(Forum forum, Plan plan) {
        if (plan.isOf(forum)) {
            return new Preview(null, 0, false);
        }
        var after = plan.in(forum);
        var someone = Registration.seated(forum.id(), clock.instant());
        return new Preview(
                ChangeWords.of(after, someone), people(forum), Night.canWait(clock.instant(), forum, after.starts()));
    }

    /** Guests have no chat to be told in. */
    private int people(Forum forum) {
        return (int) registrations.of(forum.id()).stream()
                .filter(registration -> !registration.isGuest())
                .count();
    }

    /** What they would be told if it were called off. */
    public Preview ofCancelling(Forum forum) {
        return new Preview(
                ChangeWords.cancelled(forum), people(forum), Night.canWait(clock.instant(), forum, forum.starts()));
    }

    /** For good. Safe to repeat; empty if there is no such forum. */
    public Optional<Forum> cancel(String id, boolean atOnce, Contact by) {
        boolean was = forums.find(id).filter(Forum::isCancelled).isPresent();
        var cancelled = forums.cancel(id);
        cancelled.filter(forum -> !was).ifPresent(forum -> tell(forum, atOnce, by));
        return cancelled;
    }

    /** Safe to repeat; empty if there is no such forum any more. */
    public Optional<Forum> revise(String id, Plan plan, boolean atOnce, Contact by) {
        var before = forums.find(id).map(Forum::version).orElse(0L);
        var changed = forums.revise(id, plan).filter(forum -> !forum.isCancelled());
        changed.filter(forum -> forum.version() > before).ifPresent(forum -> tell(forum, atOnce, by));
        return changed;
    }

    private void tell(Forum forum, boolean atOnce, Contact by) {
        by.address().ifPresent(at -> watches.forEach(watch -> watch.changed(forum, by.id(), at)));
        if (atOnce) {
            registrations.tellOfChange(forum);
        }
    }
}
