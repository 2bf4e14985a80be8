package org.pokana.console;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.forum.Groups;
import org.pokana.forum.Municipalities;
import org.pokana.forum.Roster.Order;
import org.pokana.forum.Roster.Wish;
import org.pokana.forum.RosterEntry.Standing;
import org.springframework.web.util.UriComponentsBuilder;

/** What somebody looks for in the list of a forum, as it stands in the address of the page; what makes no sense is left out. */
public record PeopleWish(
        @Nullable String standing,
        @Nullable String municipality,
        @Nullable String group,
        @Nullable String q,
        @Nullable String order,
        @Nullable Boolean back,
        @Nullable Boolean coming,
        @Nullable Integer page) {

    private static final int LONGEST = 60;

    Wish wish() {
        return new Wish(
                one(Standing.values(), standing).map(List::of).orElseGet(List::of),
                known(municipality, Municipalities.KEYS),
                known(group, Groups.KEYS),
                letters(),
                one(Order.values(), order).orElse(Order.NUMBER),
                isBackwards(),
                coming);
    }

    boolean isBackwards() {
        return Boolean.TRUE.equals(back);
    }

    int pageNumber() {
        return page == null ? 0 : page;
    }

    public String letters() {
        return q == null ? "" : q.substring(0, Math.min(LONGEST, q.length()));
    }

    private static <T extends Enum<T>> Optional<T> one(T[] values, @Nullable String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    private static @Nullable String known(@Nullable String key, List<String> keys) {
        return key != null && keys.contains(key) ? key : null;
    }

    /** The address of another page of the same list. */
    public String at(int other) {
        return query(Map.of("page", String.valueOf(other)));
    }

    /** The address of this page once something was done. */
    String saying(Map<String, String> done) {
        var all = new LinkedHashMap<>(done);
        all.put("page", String.valueOf(pageNumber()));
        return query(all);
    }

    /** Sorted by this; backwards if it is already. */
    public String by(String other) {
        boolean again = other.equals(order == null ? Order.NUMBER.name() : order);
        return query(Map.of("order", other, "back", String.valueOf(again && !isBackwards()), "page", "0"));
    }

    /** Which way a column is sorted, for screen readers. */
    public String sorted(String column) {
        boolean it = column.equals(order == null ? Order.NUMBER.name() : order);
        return it ? isBackwards() ? "descending" : "ascending" : "none";
    }

    private String query(Map<String, String> changed) {
        var all = new LinkedHashMap<String, @Nullable String>();
        all.put("standing", standing);
        all.put("municipality", municipality);
        all.put("group", group);
        all.put("coming", coming == null ? null : coming ? "true" : "no");
        all.put("q", q);
        all.put("order", order);
        all.put("back", isBackwards() ? "true" : null);
        all.putAll(changed);
        return address(all);
    }

    /** What stands behind the question mark; what is empty, false or the first page is left out. */
    static String address(Map<String, @Nullable String> all) {
        var address = UriComponentsBuilder.newInstance();
        all.forEach((name, value) -> {
            if (value != null
                    && !value.isEmpty()
                    && !value.equals("false")
                    && !(name.equals("page") && value.equals("0"))) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        var query = address.encode().buildAndExpand(all).toUriString();
        return query.isEmpty() ? "?" : query; // an empty link would lead to where one is, with all its wishes
    }
}
