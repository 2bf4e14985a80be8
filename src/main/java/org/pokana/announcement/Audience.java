package org.pokana.announcement;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who an announcement is for, written {@code all}, {@code forum:haskovo-2027-02}, {@code waiting:haskovo-2027-02},
 * {@code group:ngo}, {@code municipality:haskovo}, {@code language:en} or {@code read:8fk2}.
 */
public record Audience(Kind kind, String key) {

    public static final Audience EVERYBODY = new Audience(Kind.ALL, "");

    /** Stored by name. */
    public enum Kind {
        ALL,
        /** Those who have a seat at a forum. */
        FORUM,
        GROUP,
        MUNICIPALITY,
        /** Those who wait for a seat at a forum. */
        WAITING,
        LANGUAGE,
        /** Those who said that they have read an announcement. */
        READ
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
        return Stream.of(Kind.values())
                .filter(kind ->
                        kind != Kind.ALL && kind.name().toLowerCase(Locale.ROOT).equals(parts[0]))
                .map(kind -> new Audience(kind, parts[1]))
                .findFirst();
    }

    @Override
    public String toString() {
        return kind == Kind.ALL ? "all" : kind.name().toLowerCase(Locale.ROOT) + ":" + key;
    }
}
