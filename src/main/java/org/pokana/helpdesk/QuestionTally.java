package org.pokana.helpdesk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.pokana.helpdesk.Question.Kind;
import org.pokana.helpdesk.Question.State;
import org.pokana.messaging.Words;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** How many questions for people there were on which topic, and what became of them. Counted at most once a minute. */
@Component
public class QuestionTally {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final List<String> ANSWERS = List.of(Kind.ANSWERED.name(), Kind.GIVEN.name());

    private final MongoOperations store;
    private final Words words;
    private final Clock clock;
    private volatile @Nullable Count counted;

    QuestionTally(MongoOperations store, Words words, Clock clock) {
        this.store = store;
        this.words = words;
        this.clock = clock;
    }

    /**
     * The questions on one topic.
     *
     * @param topic in the reader's language
     * @param ended without an answer
     */
    public record Topic(String topic, int answered, int open, int ended) {

        int all() {
            return answered + open + ended;
        }

        private Topic and(Topic other) {
            return new Topic(topic, answered + other.answered, open + other.open, ended + other.ended);
        }
    }

    private record Count(List<Topic> topics, Instant at) {}

    /** The most asked first. */
    public List<Topic> byTopic(Locale language) {
        return topics().stream()
                .map(each -> new Topic(
                        words.say(Card.topic(each.topic()), language), each.answered(), each.open(), each.ended()))
                .toList();
    }

    private List<Topic> topics() {
        var now = clock.instant();
        var known = counted;
        if (known != null && now.isBefore(known.at().plus(KEPT))) {
            return known.topics();
        }
        var byTopic = new HashMap<String, Topic>();
        var all = new Query();
        all.fields().include("topic", "state", "events.kind");
        try (var questions = store.stream(all, Document.class, "questions")) {
            questions.map(QuestionTally::one).forEach(one -> byTopic.merge(one.topic(), one, Topic::and));
        }
        var topics = byTopic.values().stream()
                .sorted(Comparator.comparingInt(Topic::all).reversed().thenComparing(Topic::topic))
                .toList();
        counted = new Count(topics, now);
        return topics;
    }

    private static Topic one(Document question) {
        var topic = Objects.requireNonNullElse(question.getString("topic"), Team.ANYTHING);
        var state = State.valueOf(question.getString("state"));
        boolean open = state == State.WAITING || state == State.TAKEN;
        boolean answered = !open
                && question.getList("events", Document.class, List.of()).stream()
                        .anyMatch(event -> ANSWERS.contains(event.getString("kind")));
        return new Topic(topic, answered ? 1 : 0, open ? 1 : 0, open || answered ? 0 : 1);
    }
}
