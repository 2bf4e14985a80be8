package org.pokana.conversation.commands;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.pokana.contact.Contact;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Listener;
import org.pokana.conversation.Spelling;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.messaging.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Answers a thank-you kindly and briefly, wherever it is said and in however many words. */
@Component
@Order(-2)
class Thanks implements Listener {

    private final Set<String> thanks;
    private final Set<String> kindness;

    Thanks(Words words) {
        thanks = listed(words, "thanks.thank.words");
        kindness = listed(words, "thanks.kind.words");
    }

    private static Set<String> listed(Words words, String key) {
        return words.languages().stream()
                .flatMap(language -> Arrays.stream(
                        words.raw(key, Locale.forLanguageTag(language)).split("\\|")))
                .map(Spelling::fold)
                .collect(Collectors.toSet());
    }

    @Override
    public String name() {
        return "thanks";
    }

    @Override
    public boolean everywhere() {
        return true;
    }

    @Override
    public boolean polite() {
        return true;
    }

    @Override
    public boolean aside() {
        return true;
    }

    /** Only when nothing else is said with it. */
    @Override
    public boolean understands(Contact person, String text) {
        var said = List.of(Spelling.fold(text).split(" "));
        return said.stream().anyMatch(thanks::contains)
                && said.stream().allMatch(word -> thanks.contains(word) || kindness.contains(word));
    }

    @Override
    public Ending hold(Talk talk) {
        return talk.end(talk.line("welcome").with(Choice.to("menu")));
    }
}
