package org.pokana.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pokana.archive.Directory.Order;
import org.pokana.archive.Directory.Wish;
import org.pokana.forum.Groups;
import org.pokana.forum.Municipalities;

/** Whom somebody looks for among everybody, as it stands in the address of the page; what makes no sense is left out. */
public record ContactWish(
        @Nullable String q,
        @Nullable String municipality,
        @Nullable String group,
        @Nullable String channel,
        @Nullable String order,
        @Nullable Boolean back,
        @Nullable Integer page) {

    static final List<String> CHANNELS = List.of("telegram", "viber", "webchat");

    private static final int LONGEST = 60;
    private static final int LAST_PAGE = 100_000;

    Wish wish() {
        return new Wish(
                letters(),
                known(municipality, Municipalities.KEYS),
                known(group, Groups.KEYS),
                known(channel, CHANNELS),
                sortedBy(),
                // Of the times, the latest come first.
                (sortedBy() == Order.SINCE) != isBackwards());
    }

    private Order sortedBy() {
        var known = known(order, List.of("NAME", "ORGANISATION"));
        return known == null ? Order.SINCE : Order.valueOf(known);
    }

    private boolean isBackwards() {
        return Boolean.TRUE.equals(back);
    }

    public String letters() {
        return q == null ? "" : q.substring(0, Math.min(LONGEST, q.length()));
    }

    int pageNumber() {
        return page == null ? 0 : Math.max(0, Math.min(LAST_PAGE, page));
    }

    boolean isForAll() {
        return letters().isBlank()
                && wish().municipality() == null
                && wish().group() == null
                && wish().channel() == null;
    }

    private static @Nullable String known(@Nullable String key, List<String> keys) {
        return key != null && keys.contains(key) ? key : null;
    }

    /** The address of another page of the same list. */
    public String at(int other) {
        return query(Map.of("page", String.valueOf(other)));
    }

    /** Sorted by this; the other way round if it is already. */
    public String by(String other) {
        boolean again = other.equals(sortedBy().name());
        return query(Map.of("order", other, "back", String.valueOf(again && !isBackwards()), "page", "0"));
    }

    /** Which way a column is sorted, for screen readers. */
    public String sorted(String column) {
        return !column.equals(sortedBy().name()) ? "none" : wish().backwards() ? "descending" : "ascending";
    }

    private String query(Map<String, String> changed) {
        var all = new LinkedHashMap<String, @Nullable String>();
        all.put("q", q);
        all.put("municipality", municipality);
        all.put("group", group);
        all.put("channel", channel);
        all.put("order", sortedBy().name());
        all.put("back", String.valueOf(isBackwards()));
        all.putAll(changed);
        return PeopleWish.address(all);
    }
}
