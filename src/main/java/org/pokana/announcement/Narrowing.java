package org.pokana.announcement;

import java.util.List;

/**
 * Which part of an audience is meant.
 *
 * @param only those who are in every one of these as well; only in announcements of earlier versions
 * @param except and in none of these
 */
public record Narrowing(List<Audience> only, List<Audience> except) {

    public static final Narrowing NONE = new Narrowing(List.of(), List.of());
}
