package org.pokana.privacy;

import static org.pokana.kernel.Phrase.phrase;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pokana.contact.Contact.Reach;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Question;
import org.pokana.conversation.Questions;
import org.pokana.conversation.Spelling;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** Erases a person, after a question and a word that nobody types by mistake. */
@Component
class Forget implements Flow {

    private final Erasures erasures;
    private final Words words;

    Forget(Erasures erasures, Words words) {
        this.erasures = erasures;
        this.words = words;
    }

    @Override
    public String name() {
        return "forget";
    }

    @Override
    public boolean everywhere() {
        return true;
    }

    @Override
    public boolean closesAll() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        if (talk.ask(sure()).equals("keep")) {
            return talk.end(talk.line("kept").with(Choice.to("mydata"), Choice.to("menu")));
        }
        talk.ask(new TypedWord("word"));

        erasures.request(
                talk.with(),
                talk.contact().reaches().stream().map(Reach::address).toList());
        return talk.end("done");
    }

    private static Question<String> sure() {
        return Questions.choice(
                "sure",
                List.of(
                        new Choice("keep", phrase("forget.sure.keep"), Tone.GOOD),
                        Choice.to(phrase("forget.sure.download-first"), "mydata", "download"),
                        new Choice("erase", phrase("forget.sure.erase"), Tone.DANGER)));
    }

    /** Understands nothing but one of the words that erase, in any language and spelling. */
    private final class TypedWord implements Question<Boolean> {

        private final String name;

        TypedWord(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<Object> arguments() {
            return List.of();
        }

        @Override
        public List<Choice> choices() {
            return List.of();
        }

        @Override
        public boolean free() {
            return true;
        }

        @Override
        public Optional<Boolean> understand(Answer answer) {
            var typed = Spelling.fold(answer.text());
            return words.languages().stream()
                    .map(tag -> words.raw("forget.erasing-words", Locale.forLanguageTag(tag)))
                    .flatMap(list -> Arrays.stream(list.split("\\|")))
                    .map(Spelling::fold)
                    .filter(typed::equals)
                    .map(word -> true)
                    .findFirst();
        }
    }
}
