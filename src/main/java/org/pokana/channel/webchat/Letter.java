package org.pokana.channel.webchat;

import org.jspecify.annotations.Nullable;

/**
 * What the page posts: words, or a pressed button.
 *
 * @param id made by the page, so that what is posted twice is heard once
 * @param on the number of the message the button is under, if it is under one
 * @param label of a button that is under no message
 */
record Letter(
        @Nullable String id,
        @Nullable String text,
        @Nullable String pick,
        @Nullable String label,
        @Nullable Long on,
        @Nullable String language) {}
