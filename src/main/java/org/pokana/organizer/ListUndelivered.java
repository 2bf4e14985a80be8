package org.pokana.organizer;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.pokana.messaging.Message;
import org.pokana.messaging.Message.State;
import org.pokana.messaging.Undelivered;
import org.springframework.stereotype.Component;

/**
 * What did not arrive and what to do about it: {@code /undelivered failed 1803542400000} sends again what had failed by
 * then, {@code all} also what may have arrived, {@code forget} lets it be. Each button does it once.
 */
@Component
class ListUndelivered implements Flow {

    private static final String FAILED = "failed";
    private static final String ALL = "all";
    private static final String FORGET = "forget";

    private final Undelivered undelivered;
    private final Losses losses;
    private final Clock clock;

    ListUndelivered(Undelivered undelivered, Losses losses, Clock clock) {
        this.undelivered = undelivered;
        this.losses = losses;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "undelivered";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var words = talk.opening().split(" ");
        var looked = words.length == 2 ? looked(words[1]) : Optional.<Instant>empty();
        if (looked.isEmpty()) {
            return talk.end(list(talk));
        }
        return switch (words[0]) {
            case FAILED -> again(talk, looked.get(), List.of(State.FAILED, State.EXPIRED));
            case ALL -> again(talk, looked.get(), List.of(State.FAILED, State.EXPIRED, State.UNCERTAIN));
            case FORGET -> {
                undelivered.dismiss(looked.get());
                yield talk.end(talk.line("forgotten").with(Choice.to("menu")));
            }
            default -> talk.end(list(talk));
        };
    }

    private static Optional<Instant> looked(String millis) {
        return millis.matches("\\d{13}") ? Optional.of(Instant.ofEpochMilli(Long.parseLong(millis))) : Optional.empty();
    }

    private Ending again(Talk talk, Instant looked, List<State> states) {
        long again = undelivered.sendAgain(looked, states);
        var line = again == 0 ? talk.line("done-already") : talk.line("again", again);
        return talk.end(line.with(Choice.to("undelivered"), Choice.to("menu")));
    }

    private Line list(Talk talk) {
        var all = undelivered.all();
        if (all.isEmpty()) {
            return talk.line("none").with(Choice.to("menu"));
        }
        var kinds = losses.byKind(all).stream()
                .reduce((above, below) -> phrase("undelivered.lines", above, below))
                .orElseGet(() -> verbatim(""));
        return talk.line("list", kinds, losses.people(all)).with(choices(all)).with(Choice.to("menu"));
    }

    private List<Choice> choices(List<Message> all) {
        var looked = String.valueOf(clock.instant().toEpochMilli());
        long uncertain =
                all.stream().filter(each -> each.state() == State.UNCERTAIN).count();
        long failed = all.size() - uncertain;
        var choices = new ArrayList<Choice>();
        if (failed > 0) {
            choices.add(Choice.to(phrase("undelivered.send-failed", failed), name(), FAILED, looked)
                    .as(Tone.GOOD));
        }
        if (uncertain > 0) {
            choices.add(Choice.to(phrase("undelivered.send-all", all.size()), name(), ALL, looked));
        }
        choices.add(Choice.to(phrase("undelivered.forget"), name(), FORGET, looked));
        return choices;
    }
}
