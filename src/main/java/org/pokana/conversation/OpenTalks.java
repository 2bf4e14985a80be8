package org.pokana.conversation;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Line;

/** The talks that are open with a person, and what is said while they are opened, answered, steered and closed. */
final class OpenTalks {

    private static final int MOST_HOPS = 5;

    private final Flows flows;
    private final Talk.Person person;
    private final Stack talks;
    private final Speech speech = new Speech();
    private boolean unknown;
    private int hops;

    OpenTalks(Flows flows, Talk.Person person, List<OpenTalk> talks, Instant now) {
        this.flows = flows;
        this.person = person;
        this.talks = new Stack(talks, now);
    }

    Speech speech() {
        return speech;
    }

    List<OpenTalk> all() {
        return talks.all();
    }

    /** Whether a command was given that there is not. */
    boolean isUnknown() {
        return unknown;
    }

    /** Follows a command such as {@code /forum haskovo-2027-02}. */
    void command(String text) {
        var parts = text.substring(1).strip().split("\\s+", 2);
        var name = parts[0].toLowerCase(Locale.ROOT).replaceFirst("@.*", "");
        open(new Flows.Opening(name, parts.length > 1 ? parts[1] : ""));
    }

    void open(Flows.Opening opening) {
        if (Steering.COMMANDS.contains(opening.flow())) {
            new Steering(this).steer(opening.flow());
            return;
        }
        var flow = flows.named(opening.flow());
        if (flow.isEmpty()) {
            unknown = true;
            remark("conversation.unknown-command");
            askAgain();
            return;
        }
        open(flow.get(), opening.argument());
    }

    void open(Flow flow, String argument) {
        if (refused(flow)) {
            return;
        }
        var turn = Talk.open(flow, person, argument);
        if (turn.next().isPresent()) {
            speech.say(turn.says());
            talks.dropAll(talk -> talk.flow().equals(flow.name()));
            talks.push(turn.next().get());
        } else if (turn.then() != null) {
            speech.say(turn.says());
            goOn(turn.then());
        } else if (flow.aside() && held() != null) {
            inBetween(turn);
        } else {
            speech.say(turn.says());
            mentionUnfinished();
        }
    }

    /** Carries words to somebody else: what is open stays as it is, and nothing is said of it. */
    void relay(Flow flow, String words) {
        speech.say(Talk.open(flow, person, words).says());
    }

    private boolean refused(Flow flow) {
        if (allowed(flow)) {
            return false;
        }
        speech.say(Line.of(phrase("conversation.not-for-you")).with(home()));
        return true;
    }

    private boolean allowed(Flow flow) {
        return flow.needs().map(person.contact()::may).orElse(true);
    }

    boolean isAllowed(OpenTalk talk) {
        return flows.named(talk.flow()).filter(this::allowed).isPresent();
    }

    private void inBetween(Turn turn) {
        speech.sayInBetween(
                turn.says(), talks.all().stream().map(OpenTalk::flow).toList());
        if (!turn.choosing()) {
            askAgain();
        }
    }

    private void goOn(String command) {
        if (++hops > MOST_HOPS) {
            throw new IllegalStateException("flows hand over to each other in a circle at " + command);
        }
        command(command);
    }

    /** Takes the choice with this pick, wherever it stands. */
    void press(String pick) {
        if (pick.startsWith("/")) {
            command(pick);
            return;
        }
        var talk = held();
        int equals = pick.indexOf('=');
        if (talk != null && equals > 0 && pick.substring(0, equals).equals(talk.question())) {
            adopt(talk, heard(talk, Answer.picking(pick.substring(equals + 1))));
            return;
        }
        remark("conversation.outdated");
        askAgain();
    }

    Optional<Turn> heard(OpenTalk talk, Answer answer) {
        return flows.named(talk.flow()).filter(this::allowed).map(flow -> Talk.hear(flow, person, talk, answer));
    }

    private Optional<Turn> again(OpenTalk talk) {
        return flows.named(talk.flow()).filter(this::allowed).map(flow -> Talk.again(flow, person, talk));
    }

    void drop(OpenTalk talk) {
        talks.drop(talk);
    }

    /** Asks once more in a talk that is open, from the question where the other stands. */
    void resume(OpenTalk talk, OpenTalk from) {
        adopt(talk, again(from));
    }

    /** Takes over what the open talk came to; a flow that no longer exists takes its talk with it. */
    void adopt(OpenTalk talk, Optional<Turn> result) {
        talks.drop(talk);
        if (result.isEmpty()) {
            speech.say(Line.of(phrase("conversation.outdated")).with(home()));
            return;
        }
        var turn = result.get();
        speech.ask(turn.understood() ? turn.says() : turn.inOneMessage());
        if (turn.next().isPresent()) {
            talks.push(turn.next().get());
        } else if (turn.then() != null) {
            goOn(turn.then());
        } else {
            closed(talk.flow());
        }
    }

    private void closed(String name) {
        var flow = flows.named(name);
        if (flow.map(Flow::closesAll).orElse(false)) {
            talks.dropAll(any -> true);
        }
        if (flow.map(Flow::aside).orElse(false)) {
            askAgain();
        } else {
            mentionUnfinished();
        }
    }

    /** Goes on with the open talk after something in between. */
    void askAgain() {
        var talk = held();
        if (talk == null) {
            return;
        }
        if (isStale(talk)) {
            mentionUnfinished();
            return;
        }
        again(talk).ifPresent(turn -> speech.ask(turn.says()));
    }

    /** Nothing half-finished is lost silently unless it is meant to be, nor does it push itself forward. */
    void mentionUnfinished() {
        talks.dropAll(talk -> flows.named(talk.flow()).map(Flow::lapses).orElse(false));
        var talk = held();
        if (talk != null) {
            speech.say(Unfinished.mention(talk));
        }
    }

    static Object title(OpenTalk talk) {
        return phrase(talk.flow() + ".title");
    }

    boolean isStale(OpenTalk talk) {
        return talks.isStale(talk);
    }

    /** The one being held. */
    @Nullable
    OpenTalk held() {
        return talks.held();
    }

    /** Says something before the open question is asked again; without one, it says where to go. */
    void remark(String phrase) {
        speech.say(Line.of(phrase(phrase)).with(held() == null ? home() : List.of()));
    }

    /** Where to go from anywhere. */
    static List<Choice> home() {
        return List.of(Choice.to("menu"), Choice.to("person"));
    }
}
