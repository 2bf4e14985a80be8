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
import org.pokana.conversation.Spelling;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** Erases a person after one question; to it, a bare yes is no answer, but the word itself is. */
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

    /** Whoever turns to something else does not want it, and is not asked about it again. */
    @Override
    public boolean lapses() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        if (!talk.ask(new Sure())) {
            return talk.end(talk.line("kept").with(Choice.to("mydata"), Choice.to("menu")));
        }
        erasures.request(
                talk.with(),
                talk.contact().reaches().stream().map(Reach::address).toList());
        return talk.end(talk.line("done").with(Choice.to("start")));
    }

    /** Understands its buttons and, typed in any language and spelling, the words that erase. */
    private final class Sure implements Question<Boolean> {

        private static final String KEEP = "keep";
        private static final String ERASE = "erase";

        @Override
        public String name() {
            return "really";
        }

        @Override
        public List<Object> arguments() {
            return List.of();
        }

        @Override
        public List<Choice> choices() {
            return List.of(
                    new Choice(KEEP, phrase("forget.really.keep"), Tone.GOOD),
                    Choice.to(phrase("forget.really.download-first"), "mydata", "download"),
                    new Choice(ERASE, phrase("forget.really.erase"), Tone.DANGER));
        }

        @Override
        public boolean free() {
            return false;
        }

        @Override
        public boolean isAskedBriefly() {
            return true;
        }

        @Override
        public Optional<Boolean> understand(Answer answer) {
            if (ERASE.equals(answer.pick()) || erases(Spelling.fold(answer.text()))) {
                return Optional.of(true);
            }
            return KEEP.equals(answer.pick()) ? Optional.of(false) : Optional.empty();
        }

        private boolean erases(String typed) {
            return words.languages().stream()
                    .map(tag -> words.raw("forget.erasing-words", Locale.forLanguageTag(tag)))
                    .flatMap(list -> Arrays.stream(list.split("\\|")))
                    .map(Spelling::fold)
                    .anyMatch(typed::equals);
        }
    }
}
