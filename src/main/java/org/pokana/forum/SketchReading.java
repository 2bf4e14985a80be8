package org.pokana.forum;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.forum.Forum.Desk;
import org.pokana.forum.Forum.Status;
import org.pokana.forum.Forum.Told;
import org.pokana.forum.Founding.Blueprint;
import org.pokana.forum.Founding.Fault;
import org.pokana.forum.Revising.Written;
import org.pokana.kernel.Localized;

/** Makes a forum of what is written in a sketch, or says what is missing first. */
record SketchReading(Sketch sketch, Revising revising, ZoneId zone, Instant now) {

    static final List<String> LANGUAGES = List.of("bg", "en");

    /** All that is kept of a form. */
    static final List<String> FIELDS = Stream.of(
                    Stream.of("title", "summary", "city", "place", "address", "agenda", "language")
                            .flatMap(field -> LANGUAGES.stream().map(tag -> field + "-" + tag)),
                    Stream.of("municipality", "day", "from", "to", "capacity", "pin"),
                    Groups.KEYS.stream().map(group -> "group-" + group))
            .flatMap(fields -> fields)
            .toList();

    /** Fits on a button beside the day. */
    private static final int LONGEST_CITY = 18;

    private static final Localized UNSAID = Localized.of("–", "–");

    Blueprint read(String id) {
        var title = Descriptions.title(sketch.fields());
        var summary = Descriptions.summary(sketch.fields());
        var city = Descriptions.words(sketch.fields(), "city", LONGEST_CITY);
        var municipality = Optional.of(sketch.get("municipality")).filter(Municipalities.DISTRICT::contains);
        var seats = Organizing.seats(sketch.get("capacity"));
        var groups = Descriptions.groups(sketch.fields());
        var languages = Descriptions.languages(sketch.fields());
        var missing = Stream.of(
                        missing(title, Fault.TITLE),
                        missing(summary, Fault.SUMMARY),
                        missing(city, Fault.CITY),
                        missing(municipality, Fault.MUNICIPALITY),
                        missing(seats, Fault.SEATS),
                        missing(groups, Fault.GROUPS),
                        missing(languages, Fault.LANGUAGES))
                .flatMap(Optional::stream)
                .findFirst();
        if (missing.isPresent()) {
            return Blueprint.lacks(missing.get());
        }
        var planned = plan();
        var plan = planned.plan();
        return plan == null
                ? planned.blueprint()
                : new Blueprint(
                        null,
                        forum(
                                id,
                                new Description(title.get(), summary.get(), languages.get(), groups.get()),
                                city.get(),
                                municipality.get(),
                                seats.get(),
                                plan));
    }

    private static Optional<Fault> missing(Optional<?> piece, Fault fault) {
        return piece.isPresent() ? Optional.empty() : Optional.of(fault);
    }

    /** Either of them. */
    private record Planned(@Nullable Fault fault, @Nullable Plan plan) {

        Blueprint blueprint() {
            return new Blueprint(fault, null);
        }
    }

    private Planned plan() {
        var nowhere = new Venue(UNSAID, null, null, null);
        var never = new Plan(LocalDate.EPOCH.atStartOfDay(), Duration.ofHours(1), nowhere, List.of());
        var none = forum("new", new Description(UNSAID, UNSAID, List.of(), List.of()), UNSAID, "", 1, never);
        Plan first = null;
        for (String tag : LANGUAGES) {
            var written = written(tag).orElse(null);
            if (written == null) {
                return new Planned(Fault.HOURS, null);
            }
            var read = revising.read(none, written);
            var plan = read.plan();
            if (plan == null) {
                var fault = read.fault() == null
                        ? Fault.AGENDA
                        : Fault.valueOf(read.fault().name());
                return new Planned(fault, null);
            }
            var agenda = first == null ? Optional.of(plan.agenda()) : together(first.agenda(), plan.agenda());
            if (agenda.isEmpty()) {
                return new Planned(Fault.AGENDA_DIFFERS, null);
            }
            first = new Plan(plan.start(), plan.lasts(), plan.venue(), agenda.get());
        }
        return pinned(first);
    }

    private Optional<Written> written(String tag) {
        try {
            return Optional.of(new Written(
                    LocalDate.parse(sketch.get("day")),
                    LocalTime.parse(sketch.get("from")),
                    LocalTime.parse(sketch.get("to")),
                    byLanguage("place"),
                    byLanguage("address"),
                    sketch.get("agenda-" + tag).replace("\r\n", "\n"),
                    Locale.forLanguageTag(tag)));
        } catch (DateTimeException noSuchMoment) {
            return Optional.empty();
        }
    }

    private Map<String, String> byLanguage(String field) {
        return Map.of("bg", sketch.get(field + "-bg"), "en", sketch.get(field + "-en"));
    }

    /** The same parts in both languages, or an agenda in one of them; empty when their hours differ. */
    private static Optional<List<AgendaItem>> together(List<AgendaItem> one, List<AgendaItem> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.of(one.isEmpty() ? other : one);
        }
        boolean same = one.size() == other.size()
                && IntStream.range(0, one.size())
                        .allMatch(i -> one.get(i).starts().equals(other.get(i).starts())
                                && one.get(i).ends().equals(other.get(i).ends()));
        return same
                ? Optional.of(IntStream.range(0, one.size())
                        .mapToObj(i -> together(one.get(i), other.get(i)))
                        .toList())
                : Optional.empty();
    }

    private static AgendaItem together(AgendaItem one, AgendaItem other) {
        var title = new HashMap<>(other.title().words());
        title.putAll(one.title().words());
        return new AgendaItem(one.starts(), one.ends(), one.kind(), new Localized(title));
    }

    private Planned pinned(@Nullable Plan plan) {
        var pin = sketch.get("pin").strip();
        if (plan == null || pin.isEmpty()) {
            return new Planned(plan == null ? Fault.HOURS : null, plan);
        }
        return NewPlace.pin(pin)
                .map(point ->
                        new Venue(plan.venue().name(), plan.venue().address(), point.latitude(), point.longitude()))
                .map(venue -> new Planned(null, new Plan(plan.start(), plan.lasts(), venue, plan.agenda())))
                .orElseGet(() -> new Planned(Fault.PIN, null));
    }

    private Forum forum(String id, Description description, Localized city, String municipality, int seats, Plan plan) {
        var starts = plan.start().atZone(zone).toInstant();
        var ends = starts.plus(plan.lasts());
        return new Forum(
                id,
                description.title(),
                description.summary(),
                city,
                municipality,
                plan.venue(),
                starts,
                ends,
                zone,
                seats,
                List.of(),
                Desk.NEW,
                1,
                now,
                new Told(1, starts, ends, plan.venue(), plan.agenda()),
                Status.OPEN,
                description.groups(),
                description.languages(),
                plan.agenda(),
                List.of(),
                null);
    }
}
