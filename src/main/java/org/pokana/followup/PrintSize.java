package org.pokana.followup;

import java.util.Locale;

/** How large everybody sees a photo; part of its address, stored by name. */
public enum PrintSize {
    SMALL(400, 0.7f),
    LARGE(1600, 0.8f);

    final int longestSide;
    final float quality;

    PrintSize(int longestSide, float quality) {
        this.longestSide = longestSide;
        this.quality = quality;
    }

    public String said() {
        return name().toLowerCase(Locale.ROOT);
    }
}
