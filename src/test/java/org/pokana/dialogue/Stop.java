package org.pokana.dialogue;

import java.util.List;

/**
 * A screen, who sees it and how they got there.
 *
 * @param before what they saw before the last step; the same as now where there was none
 * @param misread what would not be taken for the button that says so
 */
record Stop(Persona who, List<Step> way, Screen before, Screen screen, List<String> misread) {

    /** Whether the last thing they did was to press a button. */
    boolean isTap() {
        return !way.isEmpty() && !way.get(way.size() - 1).isSaid();
    }

    Step last() {
        return way.get(way.size() - 1);
    }

    @Override
    public String toString() {
        return who + " " + way;
    }
}
