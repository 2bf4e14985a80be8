package org.pokana.helpdesk;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact;
import org.pokana.helpdesk.Question.Kind;
import org.pokana.helpdesk.Question.State;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/**
 * One of the team talks with somebody while we are silent: the same talk as when a question is taken in the chat, only
 * that nobody need have asked. Whoever talks already goes on; there are never two.
 */
@Component
public class TeamTalks {

    /** As long as one line may be. */
    public static final int LONGEST = QuestionActs.LONGEST;

    private static final Pattern TOLD = Pattern.compile("question:(?<question>[^:]+):(?<event>[^:]+):.*");

    private final Desk desk;
    private final Openings openings;
    private final Shown shown;
    private final Names names;
    private final Words words;

    TeamTalks(Desk desk, Openings openings, Shown shown, Names names, Words words) {
        this.desk = desk;
        this.openings = openings;
        this.shown = shown;
        this.names = names;
        this.words = words;
    }

    /**
     * Who is talking with somebody.
     *
     * @param who talks, to the team; empty when it is the reader
     * @param until when we speak again if nobody says anything
     * @param others how many more ask the same and are told the same end
     */
    public record Under(String question, String who, Instant until, int others) {

        public boolean isMine() {
            return who.isEmpty();
        }
    }

    /** Empty while it is us. */
    public Optional<Under> under(ContactId person, Contact reader, Locale language) {
        return desk.liveWith(person).map(question -> {
            var who = question.isOf(reader) ? "" : words.say(names.colleague(question.owner()), language);
            return new Under(
                    question.id(), who, until(question), question.askers().size() - 1);
        });
    }

    private static Instant until(Question question) {
        var until = question.liveUntil();
        return until == null ? question.changedAt() : until;
    }

    /** From now on they talk with this one; false when somebody else was quicker. */
    public boolean take(Contact person, ContactId by) {
        var live = desk.liveWith(person.id());
        if (live.isPresent()) {
            return by.value().equals(live.get().owner());
        }
        var waiting = desk.askedBy(person.id()).stream()
                .filter(question -> question.state() == State.WAITING)
                .filter(question -> question.askers().size() == 1)
                .findFirst();
        return waiting.map(question -> desk.take(question.id(), by).isPresent())
                .orElseGet(() -> openings.open(person, by));
    }

    /**
     * Says something to them; false when the talk is over or somebody else's.
     *
     * @param event what makes saying it twice saying it once
     */
    public boolean say(ContactId person, String event, ContactId by, String text) {
        return mine(person, by)
                .flatMap(
                        question -> desk.answer(question.id(), event, by, alone(question, person), Kind.ANSWERED, text))
                .isPresent();
    }

    /** Null when nobody else would hear it anyway. */
    private static @Nullable String alone(Question question, ContactId person) {
        return question.askers().size() == 1 ? null : person.value();
    }

    /** We speak again; false when the talk was over or somebody else's. */
    public boolean giveBack(ContactId person, ContactId by) {
        return mine(person, by)
                .flatMap(question -> desk.finish(question.id(), by))
                .isPresent();
    }

    private Optional<Question> mine(ContactId person, ContactId by) {
        return desk.liveWith(person).filter(question -> by.value().equals(question.owner()));
    }

    /** What they asked the team, the latest first. */
    public List<TeamQuestion> askedBy(ContactId person, Contact reader, Locale language) {
        return desk.askedBy(person).stream()
                .map(question -> shown.to(question, reader, language))
                .toList();
    }

    /** Which of our messages one of the team wrote, and who. */
    public Map<String, String> writers(Collection<String> messages, Locale language) {
        var known = new HashMap<String, Optional<Question>>();
        var writers = new HashMap<String, String>();
        for (String message : messages) {
            var told = TOLD.matcher(message);
            if (told.matches()) {
                known.computeIfAbsent(told.group("question"), desk::find).stream()
                        .flatMap(question -> question.events().stream())
                        .filter(event -> event.key().equals(told.group("event")))
                        .filter(event ->
                                Arrays.asList(Kind.ANSWERED, Kind.GIVEN).contains(event.kind()))
                        .forEach(event -> writers.put(message, words.say(names.colleague(event.by()), language)));
            }
        }
        return writers;
    }
}
