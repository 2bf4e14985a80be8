package org.pokana.conversation;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.pokana.messaging.Incoming;

/**
 * What one message of a person leads to, given where we stand: a command, then the open talk, then the words that open
 * a flow, then whoever understands free text.
 */
final class Decision {

    /** After this silence a form no longer takes what is typed for an answer; its buttons still work. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private static final int MOST_TALKS = 3;
    private static final int MOST_HOPS = 5;

    private final Flows flows;
    private final Talk.Person person;
    private final Conversation before;
    private final Instant now;
    private final List<OpenTalk> talks;
    private final List<Line> says = new ArrayList<>();
    private int misses;
    private int hops;

    Decision(Flows flows, Talk.Person person, Conversation before, Instant now) {
        this.flows = flows;
        this.person = person;
        this.before = before;
        this.now = now;
        this.talks = new ArrayList<>(before.talks());
    }

    List<Line> says() {
        return List.copyOf(says);
    }

    List<OpenTalk> talks() {
        return List.copyOf(talks);
    }

    /** How many times in a row we did not understand, this one included. */
    int misses() {
        return misses;
    }

    Decision on(Incoming incoming) {
        switch (incoming.kind()) {
            case PRESSED -> pressed(Optional.ofNullable(incoming.pick()).orElse(""));
            case SAID -> said(incoming.text().strip());
            case SHOWED -> shown();
            default -> {}
        }
        if (before.version() == 0 && !says.isEmpty() && says.stream().noneMatch(Decision::greets)) {
            says.add(0, Line.of(phrase("conversation.first-time")));
        }
        return this;
    }

    private static boolean greets(Line line) {
        return line.phrase().key().startsWith("start.");
    }

    private void shown() {
        say("conversation.cannot-read");
        askAgain();
    }

    private void pressed(String pick) {
        if (pick.startsWith("/")) {
            command(pick);
            return;
        }
        var talk = talk();
        int equals = pick.indexOf('=');
        if (talk != null && equals > 0 && pick.substring(0, equals).equals(talk.flow() + "." + talk.waitingFor())) {
            answer(talk, Answer.picking(pick.substring(equals + 1)));
            return;
        }
        says.add(Line.of(phrase("conversation.outdated")).with(talk == null ? home() : List.of()));
        askAgain();
    }

    private void said(String text) {
        if (text.isEmpty()) {
            shown();
            return;
        }
        if (text.startsWith("/")) {
            command(text);
            return;
        }
        var words = flows.said(text);
        if (words.isPresent() && flows.everywhere(words.get())) {
            open(words.get());
            return;
        }
        var offered = offered(text);
        if (offered.isPresent()) {
            pressed(offered.get());
            return;
        }
        if (talk() == null || isStale(talk())) {
            saidOutOfTheBlue(text, words);
        } else {
            saidInAnswer(talk(), text);
        }
    }

    /** People may type what a button says, or its number in the list. */
    private Optional<String> offered(String text) {
        var folded = Spelling.fold(text);
        for (var offer : before.offered()) {
            if (!folded.isEmpty() && Spelling.fold(offer.label()).equals(folded)) {
                return Optional.of(offer.pick());
            }
        }
        var yesOrNo = flows.yesOrNo(text).flatMap(pick -> before.offered().stream()
                .map(Conversation.Offer::pick)
                .filter(offer -> offer.endsWith("=" + pick))
                .findFirst());
        if (yesOrNo.isPresent()) {
            return yesOrNo;
        }
        return numbered(text);
    }

    private Optional<String> numbered(String text) {
        var talk = talk();
        boolean countable = before.offered().size() > 1 && (talk == null || !talk.free());
        if (countable && text.matches("\\d{1,2}")) {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= before.offered().size()) {
                return Optional.of(before.offered().get(number - 1).pick());
            }
        }
        return Optional.empty();
    }

    /** Hearing an answer may act, so a question put instead of a free answer is looked for first. */
    private void saidInAnswer(OpenTalk talk, String text) {
        if (talk.free() && text.endsWith("?") && answeredBetween(text)) {
            return;
        }
        var turn = heard(talk, Answer.saying(text));
        boolean understood = turn.map(Turn::understood).orElse(true);
        if (!understood && answeredBetween(text)) {
            return;
        }
        adopt(talk, turn);
    }

    private boolean answeredBetween(String text) {
        var listener = listener(text);
        listener.ifPresent(flow -> open(flow, text));
        return listener.isPresent();
    }

    private void saidOutOfTheBlue(String text, Optional<Flows.Opening> words) {
        if (words.isPresent()) {
            open(words.get());
            return;
        }
        var listener = listener(text);
        if (listener.isPresent()) {
            open(listener.get(), text);
            return;
        }
        misses = before.misses() + 1;
        says.add(Line.of(phrase("conversation.lost-" + Math.min(3, misses)))
                .with(flows.named("ask").isPresent() ? List.of(Choice.to("ask")) : List.of())
                .with(home()));
        mentionUnfinished();
    }

    private Optional<Listener> listener(String text) {
        return flows.listeners().stream()
                .filter(listener -> listener.understands(person.contact(), text))
                .findFirst();
    }

    private void command(String text) {
        var parts = text.substring(1).strip().split("\\s+", 2);
        var name = parts[0].toLowerCase(Locale.ROOT).replaceFirst("@.*", "");
        open(new Flows.Opening(name, parts.length > 1 ? parts[1] : ""));
    }

    private void open(Flows.Opening opening) {
        if (Steering.COMMANDS.contains(opening.flow())) {
            steer(opening.flow());
            return;
        }
        var flow = flows.named(opening.flow());
        if (flow.isEmpty()) {
            says.add(Line.of(phrase("conversation.unknown-command")).with(home()));
            askAgain();
            return;
        }
        open(flow.get(), opening.argument());
    }

    private void open(Flow flow, String argument) {
        if (refused(flow)) {
            return;
        }
        var turn = Talk.open(flow, person, argument);
        says.addAll(turn.says());
        if (turn.next().isPresent()) {
            talks.removeIf(talk -> talk.flow().equals(flow.name()));
            push(turn.next().get());
        } else if (turn.then() != null) {
            goOn(turn.then());
        } else if (flow.aside()) {
            askAgain();
        } else {
            mentionUnfinished();
        }
    }

    private boolean refused(Flow flow) {
        if (flow.needs().isEmpty() || person.contact().may(flow.needs().get())) {
            return false;
        }
        says.add(Line.of(phrase("conversation.not-for-you")).with(home()));
        return true;
    }

    private void push(OpenTalk talk) {
        talks.add(talk.at(now));
        if (talks.size() > MOST_TALKS) {
            talks.remove(0);
        }
    }

    private void goOn(String command) {
        if (++hops > MOST_HOPS) {
            throw new IllegalStateException("flows hand over to each other in a circle at " + command);
        }
        command(command);
    }

    private void steer(String command) {
        var talk = talk();
        if (talk == null) {
            says.add(Line.of(phrase("conversation.nothing-open")).with(home()));
            return;
        }
        switch (command) {
            case Steering.BACK -> adopt(talk, again(talk.back()));
            case Steering.CONTINUE -> adopt(talk, again(talk));
            case Steering.AGAIN -> {
                talks.remove(talk);
                open(new Flows.Opening(talk.flow(), talk.opening()));
            }
            default -> {
                talks.remove(talk);
                says.add(Line.of(phrase("conversation.cancelled", title(talk))).with(home()));
                mentionUnfinished();
            }
        }
    }

    private void answer(OpenTalk talk, Answer answer) {
        adopt(talk, heard(talk, answer));
    }

    private Optional<Turn> heard(OpenTalk talk, Answer answer) {
        return flows.named(talk.flow()).filter(this::allowed).map(flow -> Talk.hear(flow, person, talk, answer));
    }

    private Optional<Turn> again(OpenTalk talk) {
        return flows.named(talk.flow()).filter(this::allowed).map(flow -> Talk.again(flow, person, talk));
    }

    private boolean allowed(Flow flow) {
        return flow.needs().map(person.contact()::may).orElse(true);
    }

    /** Takes over what the open talk came to; a flow that no longer exists takes its talk with it. */
    private void adopt(OpenTalk talk, Optional<Turn> result) {
        talks.remove(talk);
        if (result.isEmpty()) {
            says.add(Line.of(phrase("conversation.outdated")).with(home()));
            return;
        }
        var turn = result.get();
        says.addAll(turn.says());
        if (turn.next().isPresent()) {
            push(turn.next().get());
        } else if (turn.then() != null) {
            goOn(turn.then());
        } else {
            closed(talk.flow());
        }
    }

    private void closed(String flow) {
        if (flows.named(flow).map(Flow::closesAll).orElse(false)) {
            talks.clear();
        }
        mentionUnfinished();
    }

    /** Goes on with the open talk after something in between. */
    private void askAgain() {
        var talk = talk();
        if (talk == null) {
            return;
        }
        if (isStale(talk)) {
            mentionUnfinished();
            return;
        }
        again(talk).ifPresent(turn -> says.addAll(turn.says()));
    }

    /** Nothing half-finished is lost silently, nor does it push itself forward. */
    private void mentionUnfinished() {
        var talk = talk();
        if (talk != null) {
            says.add(Line.of(phrase("conversation.unfinished", title(talk)))
                    .with(
                            Choice.to(Steering.CONTINUE).as(Tone.GOOD),
                            Choice.to(Steering.AGAIN),
                            Choice.to(Steering.CANCEL).as(Tone.AWAY)));
        }
    }

    private static Object title(OpenTalk talk) {
        return phrase(talk.flow() + ".title");
    }

    private boolean isStale(OpenTalk talk) {
        return talk.at().plus(PATIENCE).isBefore(now);
    }

    private @Nullable OpenTalk talk() {
        return talks.isEmpty() ? null : talks.get(talks.size() - 1);
    }

    private void say(String phrase) {
        says.add(Line.of(phrase(phrase)).with(talk() == null ? home() : List.of()));
    }

    static List<Choice> home() {
        return List.of(Choice.to("menu"), Choice.to("person"));
    }
}
