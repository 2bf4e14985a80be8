package org.pokana.forum;

import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.pokana.contact.Contact;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Listener;
import org.pokana.conversation.Spelling;
import org.pokana.conversation.Talk;
import org.pokana.messaging.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes „не мога да дойда на форума в Хасково“ for what the person wants, not for a question of how it is done. */
@Component
@Order(-1)
class OfMySeat implements Listener {

    private static final List<String> FLOWS = List.of("unregister", "late", "delegate");

    private final Forums forums;
    private final Mine mine;
    private final Meaning meaning;
    private final Clock clock;
    private final List<Wish> wishes;

    OfMySeat(Forums forums, Mine mine, Meaning meaning, Words words, Clock clock) {
        this.forums = forums;
        this.mine = mine;
        this.meaning = meaning;
        this.clock = clock;
        wishes = FLOWS.stream()
                .flatMap(flow -> words.languages().stream()
                        .map(language -> words.raw(flow + ".words", Locale.forLanguageTag(language)))
                        .flatMap(listed -> Arrays.stream(listed.split("\\|")))
                        .map(said -> new Wish(flow, " " + Spelling.fold(said) + " ")))
                .sorted(Comparator.comparing((Wish wish) -> -wish.said().length()))
                .toList();
    }

    /** The words that open a flow, among others. */
    private record Wish(String flow, String said) {}

    /** What is wished for which forums; for none in particular if they are none. */
    private record Meant(String flow, List<Forum> forums) {}

    @Override
    public String name() {
        return "of_my_seat";
    }

    @Override
    public boolean understands(Contact person, String text) {
        return !mine.upcoming(person.id()).isEmpty() && meant(text).isPresent();
    }

    @Override
    public Ending hold(Talk talk) {
        return meant(talk.opening())
                .map(meant -> meant.forums().size() == 1
                        ? talk.goOnWith(meant.flow(), meant.forums().get(0).id())
                        : talk.goOnWith(meant.flow()))
                .orElseGet(() -> talk.goOnWith("my"));
    }

    private Optional<Meant> meant(String text) {
        var said = " " + Spelling.fold(withoutMinutes(text)) + " ";
        return wishes.stream()
                .filter(wish -> said.contains(wish.said()))
                .limit(1)
                .flatMap(wish -> rest(said.replace(wish.said(), " ")).map(of -> new Meant(wish.flow(), of)))
                .findFirst();
    }

    private Stream<List<Forum>> rest(String text) {
        return meaning.ofWhich(text.strip(), forums.upcoming(clock.instant())).stream();
    }

    /** How much later one will be is asked with buttons. */
    private static String withoutMinutes(String text) {
        return text.replaceAll("(?iU)\\b\\d{1,3}\\s*(мин|min)\\w*", " ");
    }
}
