package org.pokana.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Standing;
import org.pokana.dialogue.Breaches.Breach;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Words;

/** Interrupts, misunderstands, goes back and gives up at an open question, as people do. */
final class Conduct {

    private static final List<String> ALWAYS =
            List.of("/start", "/help", "/settings", "/menu", "/language", "/privacy", "/stop");
    private static final List<String> ENOUGH = List.of("/cancel", "отказ", "ОТКАЗ", "otkaz", "cancel", "Stop this");
    private static final Map<String, String> GO_ON = Map.of("bg", "продължи", "en", "continue");
    private static final List<String> ODD =
            List.of("no.such=thing", "", "=", "register", "ж".repeat(31), "/no_such_command");

    static final List<String> JUNK = List.of("шгфщц", "цкпрмв", "фщжкшц", "шгфщц");

    /** Where any words can answer, there must not be any. */
    private static final List<String> NO_WORDS = List.of("!!!", "+++", "---", "!!!");

    /** What can be seen of a screen whatever led to it. */
    private static final Set<Integer> LOOKS = Set.of(12, 14, 15, 16, 24);

    private final Stop stop;
    private final Words words;
    private final String question;
    private final List<Breach> found = new ArrayList<>();
    private Visitor visitor;

    private Conduct(Stop stop, Visitor visitor, Words words) {
        this.stop = stop;
        this.visitor = visitor;
        this.words = words;
        this.question = stop.screen().question().orElseThrow();
    }

    static List<Breach> at(Stop stop, Words words) {
        return stop.who()
                .after(stop.way())
                .map(visitor -> new Conduct(stop, visitor, words))
                .filter(Conduct::isAsked)
                .map(Conduct::found)
                .orElse(List.of());
    }

    private List<Breach> found() {
        interrupts();
        pressesWhatIsOld();
        saysNonsense();
        goesBack();
        givesUp();
        return found;
    }

    private boolean isAsked() {
        return visitor.screen().asks()
                && visitor.screen().question().filter(question::equals).isPresent();
    }

    private Standing standing() {
        return stop.screen().standing().orElseThrow();
    }

    private Flow flow() {
        return standing().flow().orElseThrow();
    }

    /** False when somebody else has closed the way meanwhile. */
    private boolean comesAgain() {
        stop.who().after(stop.way()).ifPresent(again -> visitor = again);
        return isAsked();
    }

    private void says(String said) {
        visitor.says(said);
        var seen = new Stop(
                stop.who(), Walk.then(stop.way(), Step.saying(said)), stop.screen(), visitor.screen(), List.of());
        Look.at(seen).stream().filter(breach -> LOOKS.contains(breach.rule())).forEach(found::add);
    }

    /** Rule 4. */
    private void interrupts() {
        for (String command : ALWAYS) {
            says(command);
            breach(4, visitor.screen().answers().isEmpty(), command + " is not heard");
            breach(5, visitor.screen().buttons().isEmpty(), command + " is a dead end");
            if (!isAsked()) {
                says(GO_ON.get(stop.who().language()));
            }
            if (!isAsked()) {
                breach(4, !flow().lapses(), command + " loses the form");
                comesAgain();
            }
        }
    }

    /** Rule 10: what is old, forged or of another version is answered, and answers nothing by chance. */
    private void pressesWhatIsOld() {
        var odd = new ArrayList<>(ODD);
        stop.way().stream()
                .map(Step::pick)
                .filter(pick -> pick.contains("=") && !pick.startsWith(question + "="))
                .forEach(odd::add);
        for (String pick : odd) {
            visitor.presses(pick);
            breach(10, visitor.screen().answers().isEmpty(), "“" + pick + "” is not answered");
            breach(10, !isAsked(), "“" + pick + "” is taken for something");
        }
    }

    /** Rule 7; what any words can answer, nonsense answers, too. */
    private void saysNonsense() {
        var before = visitor.screen().words();
        var junk = standing().isFree() ? NO_WORDS : JUNK;
        for (int i = 0; i < junk.size(); i++) {
            says(junk.get(i));
            if (!isAsked()) {
                breach(7, !standing().isFree() && !takesAnyWords(), "nonsense is an answer");
                return;
            }
            var now = visitor.screen().words();
            breach(7, now.equals(before), "says the same twice: " + now);
            breach(7, i == 1 && choices() > 1 && named(now) < 2, "names no likely answers the second time: " + now);
            breach(7, i == 2 && !visitor.screen().offers("/person"), "offers nobody the third time: " + now);
            before = now;
        }
    }

    /** Words to be sent on need not make sense to us. */
    private boolean takesAnyWords() {
        return choices() == 0
                || stop.screen().offers(question + "=skip")
                || stop.screen().offers(question + "=done");
    }

    private long choices() {
        return stop.screen().buttons().stream()
                .filter(button -> button.pick().startsWith(question + "="))
                .count();
    }

    private long named(String text) {
        return visitor.screen().buttons().stream()
                .map(Button::label)
                .map(label -> label.replaceAll("\\d+", "#"))
                .filter(label -> text.contains("„" + label + "“") || text.contains("“" + label + "”"))
                .count();
    }

    /** Rule 6: one step back and the same answer again lead to the same question. */
    private void goesBack() {
        if (standing().answers() == 0 || stop.way().size() < 2 || !comesAgain()) {
            return;
        }
        var asked = lastWords();
        says("/back");
        breach(6, !visitor.screen().asks() || isAsked(), "does not go back");
        if (visitor.can(stop.last())) {
            visitor.does(stop.last());
            boolean alone = flow().needs().isEmpty(); // what organizers see, others change meanwhile
            boolean same = !alone || lastWords().equals(asked);
            breach(6, !isAsked() || !same, "other than before: " + lastWords());
        }
    }

    private String lastWords() {
        var texts = visitor.screen().texts();
        return texts.get(texts.size() - 1).text();
    }

    /** Rule 3. */
    private void givesUp() {
        if (!comesAgain()) {
            return;
        }
        for (String enough : ENOUGH) {
            breach(3, !visitor.taken(enough).equals(Optional.of("/cancel")), enough + " does not cancel");
        }
        says("/cancel");
        var language = Locale.forLanguageTag(stop.who().language());
        var title = words.raw(flow().name() + ".title", language);
        breach(3, !visitor.screen().words().contains(title), "does not say what was dropped: " + lastWords());
        breach(3, isAsked(), "/cancel does not end it");
        breach(5, visitor.screen().buttons().isEmpty(), "/cancel is a dead end");
    }

    private void breach(int rule, boolean is, String what) {
        if (is) {
            found.add(new Breach(rule, what + ", at " + question, stop.toString()));
        }
    }
}
