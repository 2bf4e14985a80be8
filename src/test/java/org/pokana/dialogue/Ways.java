package org.pokana.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pokana.dialogue.Phone.Arrival;
import org.pokana.kernel.Choice.Tone;
import org.pokana.messaging.Content.Text;

/** Looks at how a screen was come by and where it leads. */
final class Ways {

    private static final Set<String> HOME = Set.of("/menu", "/start");

    private Ways() {}

    static List<String> deadEnd(Stop stop) {
        if (stop.screen().arrivals().isEmpty()) {
            return List.of("no answer at all");
        }
        return stop.screen().buttons().isEmpty() ? List.of("nowhere to go from here") : List.of();
    }

    /** In a form on every step but the first; a screen of another kind leads home or where it was opened from. */
    static List<String> noWayBack(Stop stop) {
        var missing = new ArrayList<String>();
        var screen = stop.screen();
        if (stop.way().isEmpty()) {
            return List.of(); // it came of itself
        }
        if (!screen.asks()) {
            boolean home = screen.offers("/help") && screen.offers("/forums");
            boolean leadsAway = home
                    || screen.buttons().stream()
                            .anyMatch(button -> button.tone() == Tone.AWAY || HOME.contains(button.pick()));
            return leadsAway ? List.of() : List.of("neither back nor home");
        }
        if (screen.standing().orElseThrow().answers() > 0 && !screen.offers("/back")) {
            missing.add("no way back");
        }
        if (!screen.offers("/menu")) {
            missing.add("no way home");
        }
        return missing;
    }

    /**
     * What was pressed on is changed instead of added to; only files, places and what is to be passed on come besides,
     * and the form that is open with what it is about.
     */
    static List<String> morePerTap(Stop stop) {
        if (!stop.isTap() || !isOnMenu(stop)) {
            return List.of();
        }
        var texts = stop.screen().answers().stream()
                .filter(arrival -> arrival.content() instanceof Text)
                .toList();
        var found = new ArrayList<String>();
        if (texts.stream().noneMatch(Arrival::edited)) {
            found.add("the menu that was pressed stays as it was");
        }
        boolean inBetween =
                stop.screen().asks() && opensAnother(stop) || stop.screen().offers("/continue");
        long menus = texts.stream().filter(Ways::isToAnswer).count();
        if (menus > (inBetween ? Look.MOST_IN_A_ROW : 1)) {
            found.add(menus + " messages at one tap");
        }
        return found;
    }

    /** Whether the form that asks is another than the one that was answered. */
    private static boolean opensAnother(Stop stop) {
        var flow = stop.screen().question().orElse("").split("\\.")[0];
        return !stop.last().pick().matches(flow + "\\..*=.*");
    }

    /** Rather than to be passed on or to be sent as it stands. */
    private static boolean isToAnswer(Arrival arrival) {
        return arrival.content() instanceof Text text
                && !(text.lasting() && text.buttons().isEmpty())
                && !text.text().contains(Look.LETTER);
    }

    /** Whether the pressed button stood on something that does not last. */
    private static boolean isOnMenu(Stop stop) {
        return stop.before().texts().stream()
                .filter(text -> text.buttons().stream()
                        .anyMatch(button -> button.pick().equals(stop.last().pick())))
                .reduce((earlier, later) -> later)
                .filter(text -> !text.lasting())
                .isPresent();
    }
}
