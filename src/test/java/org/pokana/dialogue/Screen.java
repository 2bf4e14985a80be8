package org.pokana.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pokana.conversation.Standing;
import org.pokana.dialogue.Phone.Arrival;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Content.Text;
import org.pokana.messaging.Lane;

/**
 * What came after the last thing somebody did.
 *
 * @param standing where the service stands with them now
 */
record Screen(List<Arrival> arrivals, Optional<Standing> standing) {

    private static final Pattern NUMBERED = Pattern.compile("(?m)^\\d\\d?\\. (.+)$");

    /** What answers, besides what came of itself in the meantime. */
    List<Arrival> answers() {
        return arrivals.stream().filter(arrival -> arrival.lane() == Lane.REPLY).toList();
    }

    /** Without what was brought up to date of itself: that stands further up, where it stood before. */
    Screen latest() {
        var latest = arrivals.stream()
                .filter(arrival -> !arrival.edited() || arrival.lane() == Lane.REPLY)
                .toList();
        return new Screen(latest, standing);
    }

    List<Text> texts() {
        return arrivals.stream()
                .map(Arrival::content)
                .flatMap(content -> content instanceof Text text ? Stream.of(text) : Stream.empty())
                .toList();
    }

    List<Button> buttons() {
        return texts().stream().flatMap(text -> text.buttons().stream()).toList();
    }

    /** What it says, whoever is the fifth or the sixth, and whatever link was made for them. */
    String words() {
        return String.join("\n", texts().stream().map(Text::text).toList())
                .replaceAll("\\b(seat|organizer)-\\w+", "$1-#")
                .replaceAll("\\d+", "#");
    }

    /** What can be answered with a number where there are no buttons, in order. */
    List<String> numbered() {
        return texts().stream()
                .reduce((earlier, later) -> later)
                .map(text -> text.text().substring(Math.max(0, text.text().lastIndexOf("\n1. "))))
                .map(list -> NUMBERED.matcher(list).results())
                .orElse(Stream.empty())
                .map(line -> line.group(1))
                .toList();
    }

    Optional<String> question() {
        return standing.flatMap(Standing::question);
    }

    /** Whether the last thing it says is the open question. */
    boolean asks() {
        return question().isPresent() && (buttons().isEmpty() || offers("/cancel") && !offers("/continue"));
    }

    /** Its last words, unless something came of itself after them. */
    String asked() {
        var inReply = new Screen(answers(), standing).texts();
        var texts = inReply.isEmpty() ? texts() : inReply;
        return texts.get(texts.size() - 1).text();
    }

    boolean offers(String pick) {
        return buttons().stream().anyMatch(button -> button.pick().equals(pick));
    }
}
