package org.pokana.forum;

import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Localized;

/** Where a forum is held; with coordinates it can be shown on a map. */
public record Venue(
        Localized name,
        @Nullable Localized address,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    public boolean onMap() {
        return latitude != null && longitude != null;
    }
}
