package org.pokana.announcement;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pokana.kernel.Attachment;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.pokana.kernel.Localized;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Content;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** Writes announcements as people will read them: the words, why they came, and the way to stop more of them. */
@Component
class Letters {

    /** With the reason below it, the longest text still is one message on every channel. */
    static final int LONGEST = 3000;

    private static final Phrase STOP = phrase("stop.button");

    private final AudienceWords audiences;
    private final Words words;

    Letters(AudienceWords audiences, Words words) {
        this.audiences = audiences;
        this.words = words;
    }

    /** In the person's language if there are words in it, else wholly in the one there is. */
    Content letter(Letter letter, Locale reader) {
        var language = letter.texts().speaks(reader)
                ? reader
                : languages(letter.texts()).get(0);
        var line = Line.of(says(letter, language)).with(buttons(letter)).thatLasts();
        return words.content(enclosing(letter.media(), line), language);
    }

    /** What leaves, in every language in which it does. */
    List<Seen> seen(Letter letter) {
        return languages(letter.texts()).stream()
                .map(language -> {
                    var words = Content.words(letter(letter, language));
                    var buttons =
                            words.buttons().stream().map(Content.Button::label).toList();
                    return new Seen(language.toLanguageTag(), words.text(), buttons, letter.media());
                })
                .toList();
    }

    /** What is said alone. */
    Content notice(Announcement announcement, Locale reader) {
        var line = Line.of(verbatim(announcement.texts())).thatLasts();
        return words.content(enclosing(announcement.items(), line), reader);
    }

    private static Line enclosing(List<Item> media, Line line) {
        return media.isEmpty() ? line : line.carrying(new Attachment.Media(media));
    }

    /** The same for every language there is, to be looked at by somebody who reads any of them. */
    List<Line> preview(Letter letter) {
        return languages(letter.texts()).stream()
                .map(language -> enclosing(letter.media(), preview(letter, language)))
                .toList();
    }

    private Line preview(Letter letter, Locale language) {
        var buttons = buttons(letter).stream()
                .map(button -> new Choice(button.pick(), verbatim(words.say(button.label(), language)), button.tone()))
                .toList();
        return Line.of(verbatim(words.say(says(letter, language), language)))
                .with(buttons)
                .thatLasts();
    }

    private static List<Choice> buttons(Letter letter) {
        var stop = new Choice("/stop", STOP);
        return letter.terms().receipt()
                ? List.of(Choice.to("announcement_read", letter.id()).as(Tone.GOOD), stop)
                : List.of(stop);
    }

    private Phrase says(Letter letter, Locale language) {
        var text = letter.texts().in(language);
        var reason = audiences.reason(letter.audience());
        var message = text.isEmpty()
                ? phrase("announcement.message-to-see", reason)
                : phrase("announcement.message", text, reason);
        var urgent = letter.terms().urgent();
        return urgent == null ? message : phrase("announcement.urgent", message, urgent);
    }

    private static List<Locale> languages(Localized texts) {
        return Stream.concat(Stream.of("bg"), texts.words().keySet().stream().sorted())
                .distinct()
                .map(Locale::forLanguageTag)
                .filter(texts::speaks)
                .toList();
    }
}
