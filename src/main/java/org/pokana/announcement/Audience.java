package org.pokana.announcement;

import java.util.Locale;
import java.util.Optional;

/**
 * Who an announcement is for, written {@code all}, {@code forum:haskovo-2027-02}, {@code group:ngo} or
 * {@code municipality:haskovo}.
 */
public record Audience(Kind kind, String key) {

    public static final Audience EVERYBODY = new Audience(Kind.ALL, "");

    /** Stored by name. */
    public enum Kind {
        ALL,
        /** Those who have a seat at a forum. */
        FORUM,
        GROUP,
        MUNICIPALITY
    }

    public static Audience forum(String id) {
        return new Audience(Kind.FORUM, id);
    }

    public static Audience group(String key) {
        return new Audience(Kind.GROUP, key);
    }

    public static Audience municipality(String key) {
        return new Audience(Kind.MUNICIPALITY, key);
    }

    public static Optional<Audience> parse(String text) {
        if (text.equals("all")) {
            return Optional.of(EVERYBODY);
        }
        var parts = text.split(":", 2);
        if (parts.length < 2 || parts[1].isEmpty()) {
            return Optional.empty();
        }
        return switch (parts[0]) {
            case "forum" -> Optional.of(forum(parts[1]));
            case "group" -> Optional.of(group(parts[1]));
            case "municipality" -> Optional.of(municipality(parts[1]));
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return kind == Kind.ALL ? "all" : kind.name().toLowerCase(Locale.ROOT) + ":" + key;
    }
}
