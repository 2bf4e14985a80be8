package org.pokana.console;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pokana.forum.Groups;
import org.pokana.forum.Municipalities;
import org.pokana.forum.Outreach.Invited;
import org.pokana.forum.Season;

/** Who is there and who is missing: the municipalities of the district by the kinds of bodies. */
public final class Board {

    private final Season.Glance glance;
    private final Set<Season.Cell> invited;

    Board(Season.Glance glance, Collection<Invited> invited) {
        this.glance = glance;
        this.invited = invited.stream()
                .map(each -> new Season.Cell(each.municipality(), each.group()))
                .collect(Collectors.toSet());
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

    /** How it is shown: {@code there}, {@code invited} or {@code nobody}. */
    public String standing(String municipality, String group) {
        if (in(municipality, group) > 0) {
            return "there";
        }
        return invited.contains(new Season.Cell(municipality, group)) ? "invited" : "nobody";
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

    /** From how many nobody has registered, but somebody was invited. */
    public int invitedCells() {
        return (int) Municipalities.DISTRICT.stream()
                .flatMap(municipality -> Groups.KEYS.stream().map(group -> standing(municipality, group)))
                .filter("invited"::equals)
                .count();
    }

    public int cells() {
        return Municipalities.DISTRICT.size() * Groups.KEYS.size();
    }
}
