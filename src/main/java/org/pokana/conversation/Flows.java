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

    /** The skin tones and variants of a sign. */
    private static final String SHADES = "[\\x{FE0F}\\x{1F3FB}-\\x{1F3FF}]";

    private final Map<String, Flow> byName;
    private final List<Listener> listeners;
    private final List<Relay> relays;
    private final Map<String, Opening> byWords = new HashMap<>();
    private final SmallWords small;
    private final Emergency emergency;

    /** A flow and what it is opened with; {@code flow} may be one of the engine's own commands. */
    record Opening(String flow, String argument) {

        String command() {
            return ("/" + flow + " " + argument).strip();
        }
    }

    public Flows(List<Flow> flows, Words words) {
        byName = flows.stream().collect(Collectors.toMap(Flow::name, Function.identity()));
        listeners = flows.stream()
                .filter(Listener.class::isInstance)
                .map(Listener.class::cast)
                .toList();
        relays = flows.stream()
                .filter(Relay.class::isInstance)
                .map(Relay.class::cast)
                .toList();
        byName.keySet().forEach(name -> learn(name, words));
        Steering.COMMANDS.forEach(name -> learn(name, words));
        small = new SmallWords(words);
        emergency = new Emergency(words);
    }

    boolean soundsUrgent(String text) {
        return emergency.sounds(text);
    }

    SmallWords small() {
        return small;
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
            var said = said(parts[0], "");
            if (!said.isEmpty()) {
                byWords.put(said, new Opening(name, parts.length > 1 ? parts[1] : ""));
            }
        }
    }

    public Optional<Flow> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What somebody means who types just this. */
    Optional<Opening> said(String text) {
        return Optional.ofNullable(byWords.get(said(text, SHADES)));
    }

    /** A lone sign has no letters to fold. */
    private static String said(String text, String spare) {
        var folded = Spelling.fold(text);
        return folded.isEmpty() ? text.strip().replaceAll(spare, "") : folded;
    }

    /** Whether its words count even in the middle of another talk. */
    boolean everywhere(Opening opening) {
        return Steering.COMMANDS.contains(opening.flow())
                || named(opening.flow()).map(Flow::everywhere).orElse(false);
    }

    /** Whether its words are said to people as well. */
    boolean polite(Opening opening) {
        return named(opening.flow()).map(Flow::polite).orElse(false);
    }

    List<Listener> listeners() {
        return listeners;
    }

    List<Relay> relays() {
        return relays;
    }
}
