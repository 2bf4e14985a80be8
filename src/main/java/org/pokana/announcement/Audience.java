package org.pokana.announcement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who an announcement is for, written {@code all}, {@code forum:haskovo-2027-02}, {@code waiting:haskovo-2027-02},
 * {@code group:ngo}, {@code municipality:haskovo}, {@code language:en}, {@code read:8fk2}; several together
 * {@code combined:forum:haskovo-2027-02+group:ngo}.
 */
public record Audience(Kind kind, String key) {

    public static final Audience EVERYBODY = new Audience(Kind.ALL, "");

    private static final String AND = "+";

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
        READ,
        /** Those who came to a forum. */
        ATTENDED,
        /** Those who answered an announcement or said that they have read it. */
        ANSWERED,
        /** Those who got an announcement and did neither. */
        SILENT,
        /** Those in one of each sort of the audiences that are named. */
        COMBINED;

        /** Audiences of one sort add up; those of different sorts narrow each other down. */
        Kind sort() {
            return switch (this) {
                case WAITING, ATTENDED -> FORUM;
                case ANSWERED, SILENT -> READ;
                default -> this;
            };
        }
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

    /** One audience of several; none is everybody. */
    static Audience together(List<Audience> parts) {
        return switch (parts.size()) {
            case 0 -> EVERYBODY;
            case 1 -> parts.get(0);
            default ->
                new Audience(
                        Kind.COMBINED, parts.stream().map(Audience::toString).collect(Collectors.joining(AND)));
        };
    }

    /** What it is put together from; itself if from nothing else. */
    List<Audience> parts() {
        return kind != Kind.COMBINED
                ? List.of(this)
                : Arrays.stream(key.split("\\" + AND))
                        .flatMap(part -> parse(part).stream())
                        .toList();
    }

    /** The only forum it is about; empty when there are several, or none. */
    Optional<String> forum() {
        var forums = parts().stream()
                .filter(part -> part.kind().sort() == Kind.FORUM)
                .map(Audience::key)
                .distinct()
                .toList();
        return forums.size() == 1 ? Optional.of(forums.get(0)) : Optional.empty();
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
