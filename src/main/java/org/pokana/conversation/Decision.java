package org.pokana.conversation;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Line;
import org.pokana.messaging.Incoming;

/**
 * What one message of a person leads to, given where we stand: a command, then the open talk, then the words that open
 * a flow, then whoever understands free text.
 */
final class Decision {

    private final Flows flows;
    private final Talk.Person person;
    private final Conversation before;
    private final OpenTalks talks;
    private int misses;

    Decision(Flows flows, Talk.Person person, Conversation before, Instant now) {
        this.flows = flows;
        this.person = person;
        this.before = before;
        this.talks = new OpenTalks(flows, person, before.talks(), now);
    }

    List<Line> says() {
        return List.copyOf(talks.says());
    }

    List<OpenTalk> talks() {
        return talks.all();
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
        if (before.version() == 0
                && !talks.says().isEmpty()
                && talks.says().stream().noneMatch(Decision::greets)) {
            talks.says().add(0, Line.of(phrase("conversation.first-time")));
        }
        return this;
    }

    private static boolean greets(Line line) {
        return line.phrase().key().startsWith("start.");
    }

    private void shown() {
        say("conversation.cannot-read");
        talks.askAgain();
    }

    private void pressed(String pick) {
        if (pick.startsWith("/")) {
            talks.command(pick);
            return;
        }
        var talk = talks.held();
        int equals = pick.indexOf('=');
        if (talk != null && equals > 0 && pick.substring(0, equals).equals(talk.flow() + "." + talk.waitingFor())) {
            talks.answer(talk, Answer.picking(pick.substring(equals + 1)));
            return;
        }
        talks.say(Line.of(phrase("conversation.outdated")).with(talk == null ? OpenTalks.home() : List.of()));
        talks.askAgain();
    }

    private void said(String text) {
        if (text.isEmpty()) {
            shown();
            return;
        }
        if (text.startsWith("/")) {
            talks.command(text);
            return;
        }
        var words = flows.said(text);
        if (words.isPresent() && flows.everywhere(words.get())) {
            talks.open(words.get());
            return;
        }
        var offered = offered(text);
        if (offered.isPresent()) {
            pressed(offered.get());
            return;
        }
        if (talks.held() == null || talks.isStale(talks.held())) {
            saidOutOfTheBlue(text, words);
        } else {
            saidInAnswer(talks.held(), text);
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
        var talk = talks.held();
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
        var turn = talks.heard(talk, Answer.saying(text));
        boolean understood = turn.map(Turn::understood).orElse(true);
        if (!understood && answeredBetween(text)) {
            return;
        }
        talks.adopt(talk, turn);
    }

    private boolean answeredBetween(String text) {
        var listener = listener(text);
        listener.ifPresent(flow -> talks.open(flow, text));
        return listener.isPresent();
    }

    private void saidOutOfTheBlue(String text, Optional<Flows.Opening> words) {
        if (words.isPresent()) {
            talks.open(words.get());
            return;
        }
        var listener = listener(text);
        if (listener.isPresent()) {
            talks.open(listener.get(), text);
            return;
        }
        misses = before.misses() + 1;
        talks.say(Line.of(phrase("conversation.lost-" + Math.min(3, misses)))
                .with(flows.named("ask").isPresent() ? List.of(Choice.to("ask")) : List.of())
                .with(OpenTalks.home()));
        talks.mentionUnfinished();
    }

    private Optional<Listener> listener(String text) {
        return flows.listeners().stream()
                .filter(listener -> listener.understands(person.contact(), text))
                .findFirst();
    }

    private void say(String phrase) {
        talks.say(Line.of(phrase(phrase)).with(talks.held() == null ? OpenTalks.home() : List.of()));
    }
}
