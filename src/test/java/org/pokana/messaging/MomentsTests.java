package org.pokana.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.kernel.Phrase.moment;
import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pokana.kernel.Attachment;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Content.Text;

class MomentsTests {

    private static final Locale ENGLISH = Locale.ENGLISH;
    private static final ZonedDateTime TEN = ZonedDateTime.of(2027, 2, 25, 10, 0, 0, 0, ZoneId.of("Europe/Sofia"));

    private final Words words = new Words(Map.of(
            "en",
            Map.of(
                    "forum.when", "👋 {0} is on {1}, be there",
                    "forum.and", "{0}; {1}",
                    "format.moment", "d MMMM, HH:mm",
                    "format.copy", "Copy {0}")));

    @Test
    void knowsWhereInTheTextAMomentIsSpokenOf() {
        var text = text(phrase("forum.when", "Olena 👩", TEN));

        assertThat(text.text()).isEqualTo("👋 Olena 👩 is on 25 February, 10:00, be there");
        assertThat(spoken(text)).containsExactly("25 February, 10:00");
        assertThat(text.moments().get(0).at()).isEqualTo(TEN.toInstant());
    }

    @Test
    void findsEveryMomentOfPhrasesWithinPhrases() {
        var day = moment(TEN.toInstant(), verbatim("Thursday"));
        var text = text(phrase("forum.and", phrase("forum.when", "A", day), phrase("forum.when", "B", day)));

        assertThat(spoken(text)).containsExactly("Thursday", "Thursday");
    }

    @Test
    void takesAMomentWithinAMomentForOne() {
        var text = text(moment(TEN.toInstant(), phrase("forum.when", "A", TEN)));

        assertThat(spoken(text)).containsExactly("👋 A is on 25 February, 10:00, be there");
    }

    @Test
    void letsNobodyForgeAMoment() {
        var text = text(phrase("forum.when", "\uE0001\uE001now\uE002", "\uE000"));

        assertThat(text).isEqualTo(new Text("👋 1now is on , be there", List.of(), false));
    }

    @Test
    void saysMomentsPlainlyWhereTheyAreNothingSpecial() {
        assertThat(words.say(phrase("forum.when", "A", TEN), ENGLISH))
                .isEqualTo("👋 A is on 25 February, 10:00, be there");
    }

    @Test
    void keepsMomentsAtTheirPlaceWhenATextIsCut() {
        var text = text(phrase("forum.and", "first part ".repeat(3), phrase("forum.when", "A", TEN)));
        var parts = Fit.to(new Abilities(40, 40, 8, true, true), text);

        assertThat(parts).hasSizeGreaterThan(1);
        assertThat(parts.stream().flatMap(part -> spoken((Text) part).stream())).containsExactly("25 February, 10:00");
    }

    @Test
    void offersToCopy() {
        var line = Line.of(verbatim("Number 17")).carrying(new Attachment.Copyable("17"));

        assertThat(((Text) words.content(line, ENGLISH)).copy()).isEqualTo(new Content.Copy("17", "Copy 17"));
    }

    @Test
    void isKeptAsItIs() {
        var text = new Text(
                "at 10",
                List.of(),
                true,
                List.of(new Content.Moment(3, 2, TEN.toInstant())),
                new Content.Copy("17", "Copy"));
        var form = new ContentForm();

        assertThat(form.read(form.write(text, null), null)).isEqualTo(text);
    }

    private Text text(Phrase phrase) {
        return (Text) words.content(Line.of(phrase), ENGLISH);
    }

    private static List<String> spoken(Text text) {
        return text.moments().stream()
                .map(moment -> text.text().substring(moment.from(), moment.from() + moment.length()))
                .toList();
    }
}
