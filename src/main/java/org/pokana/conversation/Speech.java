package org.pokana.conversation;

import static org.pokana.kernel.Phrase.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Line;

/** What is about to be said; a remark with nothing under it shares one message with the question it leads to. */
final class Speech {

    /** A word does the same. */
    private static final List<String> SPARE = List.of("/menu", "/language other");

    private final List<Line> lines = new ArrayList<>();

    void say(Line line) {
        lines.add(line);
    }

    void say(List<Line> more) {
        lines.addAll(more);
    }

    /** Says them in the middle of a form, whose own buttons follow: none needs to lead home, nor into what is open. */
    void sayInBetween(List<Line> more, List<String> open) {
        var picks = Stream.concat(SPARE.stream(), open.stream().map(flow -> "/" + flow))
                .toList();
        more.forEach(line -> lines.add(without(line, picks)));
    }

    /** Asks the open question, after whatever was said before. */
    void ask(List<Line> question) {
        var remark = lastRemark();
        if (remark == null || question.isEmpty()) {
            lines.addAll(question);
            return;
        }
        lines.set(lines.size() - 1, joined(remark, question.get(0)));
        lines.addAll(question.subList(1, question.size()));
    }

    private @Nullable Line lastRemark() {
        var last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
        return last != null && last.choices().isEmpty() && last.attachment() == null && !last.lasting() ? last : null;
    }

    static Line joined(Line remark, Line question) {
        return new Line(
                phrase("conversation.and-then", remark.phrase(), question.phrase()),
                question.choices(),
                question.lasting(),
                question.attachment());
    }

    private static Line without(Line line, List<String> picks) {
        var others = line.choices().stream()
                .filter(choice -> !picks.contains(choice.pick()))
                .toList();
        return new Line(line.phrase(), others, line.lasting(), line.attachment());
    }

    /** Before everything else. */
    void begin(Line line) {
        lines.add(0, line);
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }
}
