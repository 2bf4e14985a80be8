package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.pokana.forum.WhoIsThere.Board;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** What a helper at the door sees: how many have come, whom the letters may mean, and what was noted last. */
@Component
class Boards {

    /** One to a row on a phone, with a row left for the ways back. */
    private static final int MOST_SHOWN = 7;

    /** What is left of 25 characters on a button beside a number, and beside another word as well. */
    private static final int LONG = 20;

    private static final int SHORT = 14;
    private static final int LONGEST_NAME = 26;
    private static final int LONGEST_ORGANISATION = 20;

    private final DoorList list;
    private final Arrivals arrivals;
    private final Delays delays;

    Boards(DoorList list, Arrivals arrivals, Delays delays) {
        this.list = list;
        this.arrivals = arrivals;
        this.delays = delays;
    }

    /** @param noted the number that was noted last, or taken back */
    Board start(Forum forum, Optional<String> noted, boolean organizer) {
        return noted.map(number -> noted(forum, Long.parseLong(number), organizer))
                .orElseGet(() -> board(forum, phrase("checkin.start", Facts.label(forum)), List.of(), organizer));
    }

    private Board noted(Forum forum, long number, boolean organizer) {
        var registration = arrivals.numbered(forum.id(), number).orElse(null);
        if (registration == null) {
            return board(forum, phrase("checkin.unknown", number), List.of(), organizer);
        }
        if (registration.awaitsSeat()) {
            var admit = organizer ? List.of(choice(forum, registration)) : List.<Choice>of();
            return board(forum, phrase("checkin.waits", number, name(registration)), admit, organizer);
        }
        if (!registration.isConfirmed()) {
            return board(forum, phrase("checkin.no-seat", number, name(registration)), List.of(), organizer);
        }
        return board(forum, hereOrNot(forum, registration), List.of(otherwise(forum, registration)), organizer);
    }

    private static Phrase hereOrNot(Forum forum, Registration registration) {
        var at = registration.checkedInAt();
        return phrase(
                at != null ? "checkin.here" : "checkin.not-here",
                registration.number(),
                name(registration),
                organisation(registration),
                at != null ? Facts.hour(at.atZone(forum.zone())) : "");
    }

    private static Choice otherwise(Forum forum, Registration registration) {
        var number = String.valueOf(registration.number());
        return registration.hasArrived()
                ? Choice.to(phrase("checkin.undo", registration.number()), "checkin", forum.id(), number, CheckIn.UNDO)
                : Choice.to(phrase("checkin.redo", registration.number()), "checkin", forum.id(), number);
    }

    Board found(Forum forum, String letters, boolean organizer) {
        var found = list.find(forum.id(), letters);
        if (found.isEmpty()) {
            return board(forum, phrase("checkin.nobody", cut(letters, LONGEST_NAME)), List.of(), organizer);
        }
        var shown = found.subList(0, Math.min(MOST_SHOWN, found.size()));
        var choices = shown.stream()
                .filter(registration -> registration.isConfirmed() || organizer)
                .map(registration -> choice(forum, registration))
                .toList();
        var late = delays.of(forum);
        var lines = Facts.lines(shown.stream().map(registration -> line(registration, late)));
        return board(forum, phrase("checkin.found", lines, found.size() - shown.size()), choices, organizer);
    }

    private Board board(Forum forum, Phrase says, List<Choice> people, boolean organizer) {
        var choices = new ArrayList<>(people);
        if (people.size() < MOST_SHOWN) {
            choices.add(Choice.to("door_code", forum.id()).as(Tone.AWAY));
            if (organizer) {
                choices.add(Choice.to("guest", forum.id()).as(Tone.AWAY));
            }
        }
        return new Board(List.of(says, arrivals.count(forum.id()), forum.seats().size()), choices);
    }

    private static Phrase line(Registration registration, Map<String, Integer> late) {
        var minutes = late.get(registration.contact());
        return minutes == null || !registration.isConfirmed() || registration.hasArrived()
                ? line(registration)
                : phrase("checkin.line-late", line(registration), minutes);
    }

    static Phrase line(Registration registration) {
        if (registration.awaitsSeat()) {
            return phrase("checkin.line-waiting", name(registration), organisation(registration));
        }
        return phrase(
                registration.hasArrived() ? "checkin.line-here" : "checkin.line",
                registration.number(),
                name(registration),
                organisation(registration));
    }

    /** Whoever waits has a ticket rather than a number. */
    private static Choice choice(Forum forum, Registration registration) {
        var name = DoorList.name(registration);
        if (registration.awaitsSeat()) {
            return Choice.to(
                    phrase("checkin.label-waiting", cut(name, SHORT)),
                    "admit",
                    forum.id(),
                    registration.waitSeq() + "");
        }
        var label = registration.hasArrived()
                ? phrase("checkin.label-here", registration.number(), cut(name, SHORT))
                : phrase("checkin.label", registration.number(), cut(name, LONG));
        return Choice.to(label, "checkin", forum.id(), registration.number() + "");
    }

    static String name(Registration registration) {
        return cut(DoorList.name(registration), LONGEST_NAME);
    }

    static Object organisation(Registration registration) {
        return cut(Objects.requireNonNullElse(registration.profile().organisation(), "–"), LONGEST_ORGANISATION);
    }

    /** Leaves room on a button for another word. */
    static String shortName(Registration registration) {
        return cut(DoorList.name(registration), SHORT);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1).strip() + "…";
    }
}
