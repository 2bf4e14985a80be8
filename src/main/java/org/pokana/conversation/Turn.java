package org.pokana.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;

/**
 * What one reading of a flow leads to: what the bot says and, unless the talk is over, where it stands.
 *
 * @param understood false when the last answer made no sense to the question it was given to; then the first line says
 *     so, and the last one asks again
 * @param then the command that goes on after the flow ended, if any
 * @param choosing whether it ended with choices that are to be made first
 */
public record Turn(
        List<Line> says,
        Optional<OpenTalk> next,
        boolean understood,
        @Nullable String then,
        boolean choosing) {

    /** The same question again, for another reason and with the likeliest choices on top. */
    Turn pleading(Phrase plea, List<String> picks) {
        var lines = new ArrayList<>(says);
        var first = lines.get(0);
        lines.set(0, new Line(plea, first.choices(), first.lasting(), first.attachment()));
        var asked = lines.get(lines.size() - 1);
        var choices = asked.choices().stream()
                .sorted(Comparator.comparing((Choice choice) -> !picks.contains(choice.pick())))
                .toList();
        lines.set(lines.size() - 1, new Line(asked.phrase(), choices, asked.lasting(), asked.attachment()));
        return new Turn(List.copyOf(lines), next, understood, then, choosing);
    }

    /** With one more way to go on under the question. */
    Turn offering(Choice choice) {
        var lines = new ArrayList<>(says);
        lines.add(lines.remove(lines.size() - 1).with(choice));
        return new Turn(List.copyOf(lines), next, understood, then, choosing);
    }

    /** Why it is asked again and the question, as one line. */
    List<Line> inOneMessage() {
        return says.size() == 2 ? List.of(Speech.joined(says.get(0), says.get(1))) : says;
    }
}
