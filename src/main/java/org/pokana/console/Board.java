package org.pokana.console;

import java.util.List;
import org.pokana.forum.Groups;
import org.pokana.forum.Municipalities;
import org.pokana.forum.Season;

/** Who is there and who is missing: the municipalities of the district by the kinds of bodies. */
public final class Board {

    private final Season.Glance glance;

    Board(Season.Glance glance) {
        this.glance = glance;
    }

    public List<String> municipalities() {
        return Municipalities.DISTRICT;
    }

    public List<String> groups() {
        return Groups.KEYS;
    }

    public int in(String municipality, String group) {
        return glance.in(municipality, group).size();
    }

    /** How many of its kinds somebody comes from. */
    public int covered(String municipality) {
        return (int) Groups.KEYS.stream()
                .filter(group -> in(municipality, group) > 0)
                .count();
    }

    public int coveredCells() {
        return Municipalities.DISTRICT.stream().mapToInt(this::covered).sum();
    }

    public int cells() {
        return Municipalities.DISTRICT.size() * Groups.KEYS.size();
    }
}
