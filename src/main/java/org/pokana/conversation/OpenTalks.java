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

/**
 * The talks that are open with a person, the one being held last, and what is said while they are opened, answered,
 * steered and closed.
 */
final class OpenTalks {

    /** After this silence a form no longer takes what is typed for an answer; its buttons still work. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private static final int MOST_TALKS = 3;
    private static final int MOST_HOPS = 5;

    private final Flows flows;
    private final Talk.Person person;
    private final Instant now;
    private final List<OpenTalk> talks;
    private final List<Line> says = new ArrayList<>();
    private int hops;

    OpenTalks(Flows flows, Talk.Person person, List<OpenTalk> talks, Instant now) {
        this.flows = flows;
        this.person = person;
        this.talks = new ArrayList<>(talks);
        this.now = now;
    }

    List<Line> says() {
        return says;
    }

    List<OpenTalk> all() {
        return List.copyOf(talks);
    }

    void say(Line line) {
        says.add(line);
    }

    /** Follows a command such as {@code /forum haskovo-2027-02}. */
    void command(String text) {
        var parts = text.substring(1).strip().split("\\s+", 2);
        var name = parts[0].toLowerCase(Locale.ROOT).replaceFirst("@.*", "");
        open(new Flows.Opening(name, parts.length > 1 ? parts[1] : ""));
    }

    void open(Flows.Opening opening) {
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

    void open(Flow flow, String argument) {
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
        var talk = held();
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

    void answer(OpenTalk talk, Answer answer) {
        adopt(talk, heard(talk, answer));
    }

    Optional<Turn> heard(OpenTalk talk, Answer answer) {
        return flows.named(talk.flow()).filter(this::allowed).map(flow -> Talk.hear(flow, person, talk, answer));
    }

    private Optional<Turn> again(OpenTalk talk) {
        return flows.named(talk.flow()).filter(this::allowed).map(flow -> Talk.again(flow, person, talk));
    }

    private boolean allowed(Flow flow) {
        return flow.needs().map(person.contact()::may).orElse(true);
    }

    /** Takes over what the open talk came to; a flow that no longer exists takes its talk with it. */
    void adopt(OpenTalk talk, Optional<Turn> result) {
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
    void askAgain() {
        var talk = held();
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
    void mentionUnfinished() {
        var talk = held();
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

    boolean isStale(OpenTalk talk) {
        return talk.at().plus(PATIENCE).isBefore(now);
    }

    /** The one being held. */
    @Nullable
    OpenTalk held() {
        return talks.isEmpty() ? null : talks.get(talks.size() - 1);
    }

    /** Where to go from anywhere. */
    static List<Choice> home() {
        return List.of(Choice.to("menu"), Choice.to("person"));
    }
}
