package org.pokana.helpdesk;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pokana.contact.Contact;
import org.pokana.conversation.Spelling;
import org.pokana.helpdesk.Question.Event;
import org.pokana.helpdesk.Question.State;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The questions for people, to be looked through elsewhere than in the chat; {@link QuestionActs} deals with them. */
@Component
public class TeamQuestions {

    private static final int MOST_CLOSED = 500;

    private final MongoOperations store;
    private final Desk desk;
    private final Shown shown;

    TeamQuestions(MongoOperations store, Desk desk, Shown shown) {
        this.store = store;
        this.desk = desk;
        this.shown = shown;
    }

    /** How many wait for an answer, whoever has them. */
    public long waiting() {
        return store.count(query(where("state").in(State.WAITING, State.TAKEN)), Question.class);
    }

    /** What waits for an answer, the longest waiting first. */
    public List<TeamQuestion> open(Contact reader, Locale language) {
        return desk.open().stream()
                .map(question -> shown.to(question, reader, language))
                .toList();
    }

    /**
     * What was answered, declined or ended lately, the latest first.
     *
     * @param words of the question or its answers, in whatever letters; empty for all
     */
    public List<TeamQuestion> closed(String words, Contact reader, Locale language) {
        var wanted = Spelling.fold(words);
        var closed = query(where("state").in(State.ANSWERED, State.OVER))
                .with(Sort.by(Direction.DESC, "changedAt"))
                .limit(MOST_CLOSED);
        return store.find(closed, Question.class).stream()
                .filter(question -> speaksOf(question, wanted))
                .map(question -> shown.to(question, reader, language))
                .toList();
    }

    private static boolean speaksOf(Question question, String wanted) {
        if (wanted.isBlank()) {
            return true;
        }
        var asked = question.askers().stream().map(Question.Asker::text);
        var said = question.events().stream()
                .filter(event -> event.kind() != Question.Kind.FORWARDED)
                .map(Event::text);
        var all = Stream.concat(asked, said).map(Spelling::fold).collect(Collectors.joining(" "));
        return Arrays.stream(wanted.split(" ")).allMatch(all::contains);
    }

    public Optional<TeamQuestion> find(String id, Contact reader, Locale language) {
        return desk.find(id).map(question -> shown.to(question, reader, language));
    }
}
