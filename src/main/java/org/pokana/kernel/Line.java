package org.pokana.kernel;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of the bot's: a phrase, the ways to go on from it, and what it carries.
 *
 * @param lasting stays as it is when one of its buttons is pressed; menus and questions do not
 */
public record Line(
        Phrase phrase,
        List<Choice> choices,
        boolean lasting,
        @Nullable Attachment attachment) {

    public static Line of(Phrase phrase, Choice... choices) {
        return new Line(phrase, List.of(choices), false, null);
    }

    public Line with(Choice... more) {
        return with(List.of(more));
    }

    public Line with(List<Choice> more) {
        return new Line(phrase, Stream.concat(choices.stream(), more.stream()).toList(), lasting, attachment);
    }

    public Line thatLasts() {
        return new Line(phrase, choices, true, attachment);
    }

    public Line carrying(Attachment carried) {
        return new Line(phrase, choices, lasting, carried);
    }
}
