package org.pokana.messaging;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.Attachment.Kind;
import org.pokana.kernel.Choice.Tone;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Content.Copy;
import org.pokana.messaging.Content.Document;
import org.pokana.messaging.Content.Media;
import org.pokana.messaging.Content.Moment;
import org.pokana.messaging.Content.Place;
import org.pokana.messaging.Content.Text;

/** Cuts any content down to what a channel can carry, losing form before meaning. */
public final class Fit {

    private static final int MOST_SIDE_BY_SIDE = 10;
    private static final Set<Kind> ALONE = EnumSet.of(Kind.VOICE, Kind.ANIMATION);

    private Fit() {}

    /** One or more contents in the order they are to be sent; buttons end up under the last. */
    public static List<Content> to(Abilities abilities, Content content) {
        if (content instanceof Document document && !abilities.documents()) {
            return to(abilities, Content.text(document.caption().isBlank() ? document.name() : document.caption()));
        }
        if (content instanceof Place place && !abilities.places()) {
            return to(abilities, Content.text(place.title() + "\n" + place.address()));
        }
        if (content instanceof Media media) {
            return abilities.documents() ? media(abilities, media) : to(abilities, linked(media));
        }
        if (content instanceof Text text) {
            return split(withoutSpareButtons(text, abilities.mostButtons()), abilities.longestText());
        }
        return List.of(content);
    }

    /** The words stand under the picture if they may; otherwise they follow, with the buttons. */
    private static List<Content> media(Abilities abilities, Media media) {
        var words = withoutSpareButtons(media.words(), abilities.mostButtons());
        var groups = sideBySide(media.items());
        if (groups.size() == 1 && fitsUnder(groups.get(0), words, abilities.longestCaption())) {
            return List.of(new Media(groups.get(0), words));
        }
        var parts = new ArrayList<Content>();
        groups.forEach(items -> parts.add(new Media(items, Text.NONE)));
        if (!words.saysNothing()) {
            parts.addAll(split(words, abilities.longestText()));
        }
        return List.copyOf(parts);
    }

    /** No channel shows several pictures and a button as one message. */
    private static boolean fitsUnder(List<Item> items, Text words, int longestCaption) {
        boolean mayHaveButtons = items.size() == 1;
        boolean hasButtons = !words.buttons().isEmpty() || words.copy() != null;
        return words.text().codePointCount(0, words.text().length()) <= longestCaption
                && (mayHaveButtons || !hasButtons);
    }

    /** Pictures with pictures, files with files; a voice stands alone. */
    private static List<List<Item>> sideBySide(List<Item> items) {
        var groups = new ArrayList<List<Item>>();
        var open = new EnumMap<Kind, List<Item>>(Kind.class);
        for (Item item : items) {
            var family = item.kind() == Kind.VIDEO ? Kind.PHOTO : item.kind();
            var group = open.get(family);
            if (group == null || group.size() == MOST_SIDE_BY_SIDE || ALONE.contains(family)) {
                group = new ArrayList<>();
                groups.add(group);
                open.put(family, group);
            }
            group.add(item);
        }
        return groups;
    }

    private static Text linked(Media media) {
        var words = media.words();
        var links = media.items().stream()
                .map(item -> item.name() + "\n" + item.link())
                .collect(Collectors.joining("\n", words.text().isBlank() ? "" : words.text() + "\n\n", ""));
        return new Text(links, words.buttons(), words.lasting(), words.moments(), words.copy());
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
