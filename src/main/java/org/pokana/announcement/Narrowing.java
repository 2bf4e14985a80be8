package org.pokana.announcement;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which part of an audience is meant.
 *
 * @param only those who are in every one of these as well
 * @param except and in none of these
 */
public record Narrowing(List<Audience> only, List<Audience> except) {

    public static final Narrowing NONE = new Narrowing(List.of(), List.of());

    Narrowing only(Audience more) {
        return new Narrowing(Stream.concat(only.stream(), Stream.of(more)).toList(), except);
    }

    Narrowing except(Audience more) {
        return new Narrowing(
                only, Stream.concat(except.stream(), Stream.of(more)).toList());
    }
}
