package org.pokana.forum;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A forum comes to be: from a sketch, once everything is there and somebody opens it. */
@Component
public class Founding {

    private final Sketches sketches;
    private final Forums forums;
    private final Revising revising;
    private final ForumSettings settings;
    private final Clock clock;

    Founding(Sketches sketches, Forums forums, Revising revising, ForumSettings settings, Clock clock) {
        this.sketches = sketches;
        this.forums = forums;
        this.revising = revising;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is missing or wrong; the page has words for each. */
    public enum Fault {
        TITLE,
        SUMMARY,
        CITY,
        MUNICIPALITY,
        SEATS,
        GROUPS,
        LANGUAGES,
        PAST,
        HOURS,
        PLACE,
        PIN,
        AGENDA,
        AGENDA_DIFFERS
    }

    /** What a sketch comes to: either something is missing, or this is the forum. */
    public record Blueprint(@Nullable Fault fault, @Nullable Forum forum) {

        static Blueprint lacks(Fault fault) {
            return new Blueprint(fault, null);
        }
    }

    public Blueprint read(Sketch sketch) {
        return read(sketch, "new");
    }

    private Blueprint read(Sketch sketch, String id) {
        return new SketchReading(sketch, revising, settings.zone(), clock.instant()).read(id);
    }

    /** What has become of a sketch that is not there any more. */
    public Optional<Forum> opened(String sketch) {
        return sketches.find(sketch).isPresent()
                ? Optional.empty()
                : sketches.openedAs(sketch).flatMap(forums::find);
    }

    /**
     * From now on everybody sees it and can register. Safe to repeat: the id that a sketch was given stays its own, and
     * the sketch goes last.
     */
    public Optional<Forum> open(Sketch sketch) {
        var planned = read(sketch).forum();
        if (planned == null) {
            return Optional.empty();
        }
        var month = planned.startsAt().toLocalDate().toString().substring(0, 7);
        var id = sketches.id(sketch, planned.municipality() + "-" + month);
        Optional.ofNullable(read(sketch, id).forum()).ifPresent(forums::add);
        sketches.discard(sketch.id());
        return forums.find(id);
    }
}
