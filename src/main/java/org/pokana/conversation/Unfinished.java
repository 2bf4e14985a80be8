package org.pokana.conversation;

import static org.pokana.kernel.Phrase.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.pokana.messaging.Content;
import org.pokana.messaging.Words;

/**
 * Reminds people of a form they left open, under whatever else they are shown if there is room for both: two menus at
 * once are one too many.
 */
final class Unfinished {

    private static final String MENTION = "conversation.unfinished";
    private static final int LONGEST = 600;
    private static final int MOST_CHOICES = 8;

    private Unfinished() {}

    static Line mention(OpenTalk talk) {
        return Line.of(phrase(MENTION, OpenTalks.title(talk)))
                .with(
                        Choice.to(Steering.CONTINUE).as(Tone.GOOD),
                        Choice.to(Steering.AGAIN).as(Tone.AWAY),
                        Choice.to(Steering.CANCEL).as(Tone.AWAY));
    }

    static List<Content> inWords(List<Line> lines, Words words, Locale language) {
        var contents = new ArrayList<Content>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (i > 0 && line.phrase().key().equals(MENTION) && isMenu(lines.get(i - 1))) {
                var both = words.content(joined(lines.get(i - 1), line), language);
                if (isEasyToRead((Content.Text) both)) {
                    contents.set(contents.size() - 1, both);
                    continue;
                }
            }
            contents.add(words.content(line, language));
        }
        return contents;
    }

    private static boolean isMenu(Line line) {
        return !line.lasting() && line.attachment() == null;
    }

    private static Line joined(Line shown, Line mention) {
        var choices = Stream.concat(
                        shown.choices().stream(), mention.choices().stream().map(choice -> choice.as(Tone.AWAY)))
                .toList();
        return new Line(Speech.joined(shown, mention).phrase(), choices, false, null);
    }

    private static boolean isEasyToRead(Content.Text text) {
        long choices = text.buttons().stream()
                .filter(button -> button.tone() != Tone.AWAY)
                .count();
        return text.text().length() <= LONGEST && choices <= MOST_CHOICES;
    }
}
