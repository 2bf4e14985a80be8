package org.pokana.contact;

import org.jspecify.annotations.Nullable;

/**
 * What a person told about themselves; nothing in it is known before they consent.
 *
 * @param group a stakeholder group's key, such as {@code local-government}
 * @param municipality a municipality's key, such as {@code haskovo}
 */
public record Profile(
        @Nullable String group,
        @Nullable String municipality,
        @Nullable String organisation,
        @Nullable String name) {

    public static final Profile UNKNOWN = new Profile(null, null, null, null);
}
