package org.pokana.messaging;

import java.util.ArrayList;
import java.util.List;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Content.Document;
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

    /** Too many buttons become a numbered list: people can always answer with a number. */
    private static Text withoutSpareButtons(Text text, int most) {
        if (text.buttons().size() <= most) {
            return text;
        }
        var listed = new StringBuilder(text.text());
        int number = 1;
        for (Button button : text.buttons()) {
            listed.append('\n').append(number++).append(". ").append(button.label());
        }
        return new Text(listed.toString(), List.of(), text.lasting());
    }

    private static List<Content> split(Text text, int longest) {
        var parts = new ArrayList<Content>();
        String rest = text.text();
        while (rest.length() > longest) {
            int cut = cut(rest, longest);
            parts.add(new Text(rest.substring(0, cut).strip(), List.of(), text.lasting()));
            rest = rest.substring(cut).strip();
        }
        parts.add(new Text(rest, text.buttons(), text.lasting()));
        return List.copyOf(parts);
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
