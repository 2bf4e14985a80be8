package org.pokana.console;

import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Words;

/** What a template says, in the language of the page. */
public final class PageWords {

    private static final char NO_BREAK = '\u00a0';

    private final Words words;
    private final Locale language;

    PageWords(Words words, Locale language) {
        this.words = words;
        this.language = language;
    }

    public String language() {
        return language.toLanguageTag();
    }

    Locale locale() {
        return language;
    }

    public String say(String key, Object... arguments) {
        return words.say(Phrase.phrase(key, arguments), language);
    }

    /** What a channel is called. */
    public String channel(String name) {
        var key = "console.channel-" + name;
        return knows(key) ? say(key) : name;
    }

    public boolean knows(String key) {
        return words.has(key, language);
    }

    /** @param key of a pattern in {@code messages/} */
    public String format(String key, TemporalAccessor moment) {
        var text =
                DateTimeFormatter.ofPattern(words.raw(key, language), language).format(moment);
        return text.replace(" г.", NO_BREAK + "г.");
    }

    /** The notice of whoever funds the project; empty unless switched on. */
    public String funding() {
        return say("paper.funding").strip();
    }

    /** Whether the emblem of the European Union stands beside it. */
    public boolean emblem() {
        return !say("paper.funding-emblem").isBlank();
    }
}
