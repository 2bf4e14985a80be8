package org.pokana.conversation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Line;

/**
 * What one reading of a flow leads to: what the bot says and, unless the talk is over, where it stands.
 *
 * @param understood false when the last answer made no sense to the question it was given to
 * @param then the command that goes on after the flow ended, if any
 */
public record Turn(
        List<Line> says,
        Optional<OpenTalk> next,
        boolean understood,
        @Nullable String then) {}
