package org.pokana.console;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Message.State;
import org.pokana.messaging.Spoken;
import org.pokana.messaging.Spoken.Form;

/** A piece of a talk as it is shown: who said what on which day, and which buttons were pressed. */
final class TalkView {

    private final ZoneId zone;
    private final Map<String, String> writers;
    private final Set<String> tapped = new HashSet<>();
    private @Nullable LocalDate day;

    /**
     * @param writers which of our messages somebody of the team wrote
     * @param day of what is shown already; null at the beginning
     */
    TalkView(ZoneId zone, Map<String, String> writers, @Nullable LocalDate day) {
        this.zone = zone;
        this.writers = writers;
        this.day = day;
    }

    /** A button under what we said, and whether it was pressed. */
    public record Tap(String label, boolean tapped) {}

    /**
     * One thing that was said.
     *
     * @param place where it stands on the page
     * @param newDay when it is the first of a day
     * @param by who wrote it, {@code THEM}, {@code BOT}, {@code REMINDER}, {@code ANNOUNCEMENT} or {@code TEAM}
     * @param writer who of the team; empty for all others
     * @param note what else there is to know; null for nothing
     */
    public record Row(
            String place,
            @Nullable LocalDate newDay,
            java.time.ZonedDateTime at,
            String by,
            String writer,
            Form form,
            String text,
            List<Tap> buttons,
            @Nullable String note) {}

    List<Row> rows(List<Spoken> said) {
        var labels = new ArrayList<String>();
        for (Spoken one : said) {
            labels.add(one.form() == Form.PRESSED ? pressed(one, said) : one.text());
        }
        var rows = new ArrayList<Row>();
        for (int i = 0; i < said.size(); i++) {
            rows.add(row(said.get(i), labels.get(i)));
        }
        return rows;
    }

    /** What stood on the button, which the message under which it stood knows. */
    private String pressed(Spoken press, List<Spoken> said) {
        Spoken under = null;
        for (Spoken one : said) {
            boolean earlier = !one.isTheirs() && !one.at().isAfter(press.at()) && button(one, press) != null;
            boolean same = under != null && Objects.equals(under.receipt(), press.receipt()) && press.receipt() != null;
            if (earlier && !same) {
                under = one;
            }
        }
        if (under == null) {
            return press.text().startsWith("/") ? "" : press.text();
        }
        tapped.add(under.id() + " " + press.pick());
        return Objects.requireNonNull(button(under, press)).label();
    }

    private static @Nullable Button button(Spoken ours, Spoken press) {
        return ours.buttons().stream()
                .filter(button -> button.pick().equals(press.pick()))
                .findFirst()
                .orElse(null);
    }

    private Row row(Spoken one, String text) {
        var at = one.at().atZone(zone);
        var today = at.toLocalDate();
        boolean isNew = !today.equals(day);
        day = today;
        return new Row(
                place(one),
                isNew ? today : null,
                at,
                by(one),
                writers.getOrDefault(one.id(), ""),
                one.form(),
                text,
                one.buttons().stream()
                        .map(button -> new Tap(button.label(), tapped.contains(one.id() + " " + button.pick())))
                        .toList(),
                note(one));
    }

    /** Where it stands, without its id, which may name the person. */
    static String place(Spoken one) {
        return "said-" + Integer.toHexString((one.side() + one.id()).hashCode());
    }

    private String by(Spoken one) {
        if (one.isTheirs()) {
            return "THEM";
        }
        if (writers.containsKey(one.id())) {
            return "TEAM";
        }
        return one.cause().startsWith("announcement:")
                ? "ANNOUNCEMENT"
                : one.id().startsWith("rem:") ? "REMINDER" : "BOT";
    }

    private static @Nullable String note(Spoken one) {
        if (one.standing() != null && one.standing() != State.SENT) {
            return one.standing().name();
        }
        return one.instead() == null ? null : "INSTEAD";
    }
}
