package org.pokana.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pokana.messaging.Words;

/** Every flow there is, by its command and by the words people type for it in any language. */
public final class Flows {

    private final Map<String, Flow> byName;
    private final List<Listener> listeners;
    private final Map<String, Opening> byWords = new HashMap<>();

    /** What people type for the button that says yes, or no: the pick it has. */
    private final Map<String, String> yesOrNo = new HashMap<>();

    /** A flow and what it is opened with; {@code flow} may be one of the engine's own commands. */
    record Opening(String flow, String argument) {}

    public Flows(List<Flow> flows, Words words) {
        byName = flows.stream().collect(Collectors.toMap(Flow::name, Function.identity()));
        listeners = flows.stream()
                .filter(Listener.class::isInstance)
                .map(Listener.class::cast)
                .toList();
        byName.keySet().forEach(name -> learn(name, words));
        Steering.COMMANDS.forEach(name -> learn(name, words));
        for (String pick : List.of("yes", "no")) {
            for (String language : words.languages()) {
                var typed = words.raw("conversation." + pick + ".words", Locale.forLanguageTag(language));
                List.of(typed.split("\\|")).forEach(word -> yesOrNo.put(Spelling.fold(word), pick));
            }
        }
    }

    /** {@code yes} or {@code no}, if that is all somebody typed. */
    Optional<String> yesOrNo(String text) {
        return Optional.ofNullable(yesOrNo.get(Spelling.fold(text)));
    }

    private void learn(String name, Words words) {
        for (String language : words.languages()) {
            var locale = Locale.forLanguageTag(language);
            if (words.has(name + ".words", locale)) {
                learn(name, words.raw(name + ".words", locale));
            }
        }
    }

    /** {@code език|english>en}: the second opens the flow with {@code en}. */
    private void learn(String name, String listed) {
        for (String word : listed.split("\\|")) {
            var parts = word.split(">", 2);
            var folded = Spelling.fold(parts[0]);
            if (!folded.isEmpty()) {
                byWords.put(folded, new Opening(name, parts.length > 1 ? parts[1] : ""));
            }
        }
    }

    public Optional<Flow> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What somebody means who types just this. */
    Optional<Opening> said(String text) {
        return Optional.ofNullable(byWords.get(Spelling.fold(text)));
    }

    /** Whether its words count even in the middle of another talk. */
    boolean everywhere(Opening opening) {
        return Steering.COMMANDS.contains(opening.flow())
                || named(opening.flow()).map(Flow::everywhere).orElse(false);
    }

    List<Listener> listeners() {
        return listeners;
    }
}
