package org.pokana.announcement;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Localized;
import org.pokana.kernel.Phrase;

/**
 * Takes an announcement down: words, pictures, files and voices in any order. Several pictures sent together come one by
 * one, so each is an answer, and the same question is asked again until it is plain that nothing more comes.
 */
final class Dictation {

    private static final String DONE = "done";
    private static final String SKIP = "skip";

    /** From here on it is worth saying how much room is left. */
    private static final int NEARLY_FULL = Letters.LONGEST * 8 / 10;

    private final Talk talk;
    private final Enclosures enclosures;
    private @Nullable String bulgarian;
    private @Nullable String english;
    private @Nullable String group;
    private @Nullable Phrase tooLong;

    private Dictation(Talk talk, Enclosures enclosures) {
        this.talk = talk;
        this.enclosures = enclosures;
    }

    /** In Bulgarian and, if there are any such words, in English. */
    static Dictated ask(Talk talk) {
        return new Dictation(talk, new Enclosures()).all();
    }

    private Dictated all() {
        boolean done = false;
        while (bulgarian == null && !done) {
            done = hear(enclosures.isEmpty() ? first() : more(), DONE);
        }
        if (bulgarian == null) {
            return new Dictated(new Localized(Map.of("bg", "")), enclosures.items());
        }
        while (english == null && !done) {
            done = hear(inEnglish(), SKIP);
        }
        var texts = new HashMap<>(Map.of("bg", bulgarian));
        if (english != null) {
            texts.put("en", english);
        }
        return new Dictated(new Localized(texts), enclosures.items());
    }

    private Sheet first() {
        return new Sheet("text", List.of(Letters.LONGEST, soFar()), List.of());
    }

    private Sheet more() {
        var done = new Choice(DONE, phrase("announcement.done-button"), Tone.GOOD);
        return new Sheet("enclosed", List.of(Letters.LONGEST, soFar()), List.of(done));
    }

    private Sheet inEnglish() {
        var skip = new Choice(SKIP, phrase("conversation.skip"), Tone.AWAY);
        return new Sheet("english", List.of(Letters.LONGEST, soFar()), List.of(skip));
    }

    /** Whether the answer was that there is nothing more. */
    private boolean hear(Sheet sheet, String end) {
        var answer = talk.ask(sheet);
        tooLong = null;
        enclosures.add(answer.brought());
        if (!answer.text().isBlank()) {
            note(answer);
        }
        return end.equals(answer.pick());
    }

    private void note(Answer answer) {
        var text = answer.text().strip();
        var brought = answer.brought();
        var itsGroup = brought == null ? null : brought.group();
        boolean ofTheSameAlbum = bulgarian != null && itsGroup != null && itsGroup.equals(group);
        var whole = ofTheSameAlbum ? bulgarian + "\n\n" + text : text;
        int length = whole.codePointCount(0, whole.length());
        if (length > Letters.LONGEST) {
            tooLong = phrase("announcement.too-long", length, Letters.LONGEST, length - Letters.LONGEST);
        } else if (bulgarian == null || ofTheSameAlbum) {
            bulgarian = whole;
            group = itsGroup;
        } else {
            english = whole;
        }
    }

    /** What there is already and what was wrong with the last of it; nothing to begin with. */
    private Phrase soFar() {
        var trouble = tooLong == null ? enclosures.trouble() : tooLong;
        var said = trouble == null ? verbatim("") : phrase("announcement.trouble", trouble);
        int length = bulgarian == null ? 0 : bulgarian.codePointCount(0, bulgarian.length());
        if (enclosures.isEmpty() && length < NEARLY_FULL) {
            return said;
        }
        var words = length < NEARLY_FULL
                ? phrase("announcement.some-words")
                : phrase("announcement.counted-words", length, Letters.LONGEST);
        var all = enclosures.isEmpty()
                ? words
                : length == 0 ? enclosures.name() : phrase("announcement.both", enclosures.name(), words);
        return phrase("announcement.so-far", said, all);
    }
}
