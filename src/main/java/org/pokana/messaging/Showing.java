package org.pokana.messaging;

import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Attachment.Kind;

/**
 * A photo, a file or a recording as its sender's app describes it; none of it can be trusted.
 *
 * @param reference what the channel, or the place where we keep files, knows it by
 * @param bytes how many it says it has; 0 when it does not say
 * @param group the same for what was sent together
 */
public record Showing(
        Kind kind,
        String reference,
        String name,
        long bytes,
        @Nullable String group) {}
