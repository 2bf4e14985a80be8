package org.pokana.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Choice.Tone;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Content.Copy;
import org.pokana.messaging.Content.Document;
import org.pokana.messaging.Content.Moment;
import org.pokana.messaging.Content.Place;
import org.pokana.messaging.Content.Text;

/** Cuts any content down to what a channel can carry, losing form before meaning. */
public final class Fit {

    private Fit() {}

    /** One or more contents in the order they are to be sent; buttons end up under the last. */
    public static List<Content> to(Abilities abilities, Content content) {
        if (content instanceof Document document && !abilities.documents()) {
            return to(abilities, Content.text(document.caption().isBlank() ? document.name() : document.caption()));
        }
        if (content instanceof Place place && !abilities.places()) {
            return to(abilities, Content.text(place.title() + "\n" + place.address()));
        }
        if (content instanceof Text text) {
            return split(withoutSpareButtons(text, abilities.mostButtons()), abilities.longestText());
        }
        return List.of(content);
    }

    /** Too many buttons become a numbered list: people can always answer with a number, and lead away with a word. */
    private static Text withoutSpareButtons(Text text, int most) {
        if (text.buttons().size() <= most) {
            return text;
        }
        var listed = new StringBuilder(text.text());
        var away = new StringJoiner(" · ", "\n", "");
        int number = 1;
        for (Button button : text.buttons()) {
            if (button.tone() == Tone.AWAY) {
                away.add(button.label());
            } else {
                listed.append('\n').append(number++).append(". ").append(button.label());
            }
        }
        listed.append(away.length() > 1 ? away : "");
        return new Text(listed.toString(), List.of(), text.lasting(), text.moments(), text.copy());
    }

    private static List<Content> split(Text text, int longest) {
        var parts = new ArrayList<Content>();
        int from = 0;
        while (text.text().length() - from > longest) {
            int cut = from + cut(text.text().substring(from), longest);
            parts.add(part(text, from, cut, List.of(), null));
            from = afterSpace(text.text(), cut);
        }
        parts.add(from == 0 ? text : part(text, from, text.text().length(), text.buttons(), text.copy()));
        return List.copyOf(parts);
    }

    /** Without space around it; a moment that is cut in two is no longer one. */
    private static Text part(Text text, int from, int to, List<Button> buttons, @Nullable Copy copy) {
        int first = afterSpace(text.text(), from);
        var words = text.text().substring(first, to).strip();
        var moments = text.moments().stream()
                .filter(moment -> moment.from() >= first && moment.from() + moment.length() <= first + words.length())
                .map(moment -> new Moment(moment.from() - first, moment.length(), moment.at()))
                .toList();
        return new Text(words, buttons, text.lasting(), moments, copy);
    }

    private static int afterSpace(String text, int from) {
        int first = from;
        while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        return first;
    }

    /** At a line's end if there is one, else between words, else anywhere but inside a surrogate pair. */
    private static int cut(String text, int longest) {
        int line = text.lastIndexOf('\n', longest);
        if (line > longest / 2) {
            return line;
        }
        int word = text.lastIndexOf(' ', longest);
        if (word > 0) {
            return word;
        }
        return Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    }
}
