package org.pokana.conversation;

import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Phrase;

/** The questions flows are made of. */
public final class Questions {

    private static final String SKIP = "skip";

    private Questions() {}

    /** Any words up to this many characters. */
    public static Question<String> text(String name, int longest, Object... arguments) {
        return new Asked<>(name, List.of(arguments), List.of(), true, answer -> Optional.of(
                        answer.text().strip())
                .filter(text -> !text.isEmpty() && text.length() <= longest));
    }

    /** Words for others, up to this many characters: a question among them is not put to us. */
    public static Question<String> dictation(String name, int longest) {
        return new Asked<>(name, List.of(longest), List.of(), false, text(name, longest)::understand);
    }

    public static Question<Integer> number(String name, int least, int most) {
        return new Asked<>(name, List.of(least, most), List.of(), true, answer -> Optional.of(
                        answer.text().strip())
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .filter(number -> number >= least && number <= most));
    }

    /**
     * Labelled by the flow's phrases {@code <flow>.<name>.yes} and {@code .no}; {@code .misunderstood} asks in short.
     */
    public static Question<Boolean> yesNo(String flow, String name, Object... arguments) {
        var choices = List.of(
                new Choice("yes", phrase(flow + "." + name + ".yes"), Tone.GOOD),
                new Choice("no", phrase(flow + "." + name + ".no")));
        return new Asked<>(name, List.of(arguments), choices, false, true, answer -> picked(answer, choices)
                .map("yes"::equals));
    }

    /** The same for what destroys something: the safe choice comes first. */
    public static Question<Boolean> sure(String flow, String name, Object... arguments) {
        var choices = List.of(
                new Choice("no", phrase(flow + "." + name + ".no")),
                new Choice("yes", phrase(flow + "." + name + ".yes"), Tone.DANGER));
        return new Asked<>(name, List.of(arguments), choices, false, true, answer -> picked(answer, choices)
                .map("yes"::equals));
    }

    /** One of some things, told apart by a short pick that never changes. */
    public static <T> Question<T> oneOf(
            String name, List<T> options, Function<T, String> pick, Function<T, Phrase> label, Object... arguments) {
        var choices = options.stream()
                .map(option -> new Choice(pick.apply(option), label.apply(option)))
                .toList();
        return new Asked<>(name, List.of(arguments), choices, false, answer -> picked(answer, choices)
                .flatMap(id -> options.stream()
                        .filter(option -> pick.apply(option).equals(id))
                        .findFirst()));
    }

    /** One of some choices as they stand; answers with the pick. */
    public static Question<String> choice(String name, List<Choice> choices, Object... arguments) {
        return new Asked<>(name, List.of(arguments), choices, false, answer -> picked(answer, choices));
    }

    /** Free words, or one of some suggestions, which answer with their pick. */
    public static Question<String> textOr(String name, int longest, List<Choice> suggestions, Object... arguments) {
        var words = text(name, longest, arguments);
        return new Asked<>(name, List.of(arguments), suggestions, true, answer -> picked(answer, suggestions)
                .or(() -> words.understand(answer)));
    }

    /** The same question with a way past it. */
    public static <T> Question<Optional<T>> orSkip(Question<T> question) {
        var skip = new Choice(SKIP, phrase("conversation.skip"), Tone.AWAY);
        var choices =
                Stream.concat(question.choices().stream(), Stream.of(skip)).toList();
        return new Asked<>(
                question.name(),
                question.arguments(),
                choices,
                question.free(),
                question.isAskedBriefly(),
                answer -> SKIP.equals(answer.pick())
                        ? Optional.of(Optional.empty())
                        : question.understand(answer).map(Optional::of));
    }

    private static Optional<String> picked(Answer answer, List<Choice> choices) {
        return choices.stream()
                .map(Choice::pick)
                .filter(pick -> pick.equals(answer.pick()))
                .findFirst();
    }

    private record Asked<T>(
            String name,
            List<Object> arguments,
            List<Choice> choices,
            boolean free,
            boolean isAskedBriefly,
            Function<Answer, Optional<T>> understanding)
            implements Question<T> {

        Asked(
                String name,
                List<Object> arguments,
                List<Choice> choices,
                boolean free,
                Function<Answer, Optional<T>> understanding) {
            this(name, arguments, choices, free, false, understanding);
        }

        @Override
        public Optional<T> understand(Answer answer) {
            return understanding.apply(answer);
        }
    }
}
