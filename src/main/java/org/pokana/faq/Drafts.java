package org.pokana.faq;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pokana.faq.Draft.State;
import org.pokana.faq.FaqEntry.Source;
import org.pokana.faq.Version.Change;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Ids;
import org.pokana.kernel.Localized;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Answers that wait to become entries: proposed wherever a person answered, published by one tap. */
@Component
public class Drafts {

    /** Of a question that is like none we know. */
    private static final String TOPIC = "forums";

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");

    private final MongoOperations store;
    private final Editing editing;
    private final Search search;
    private final Ids ids;
    private final Clock clock;

    Drafts(MongoOperations store, Editing editing, Search search, Ids ids, Clock clock) {
        this.store = store;
        this.editing = editing;
        this.search = search;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Keeps an answer as a draft and says under which id. From the same question there is one draft, however often it is
     * proposed.
     *
     * @param questionId where it was asked, if that is known
     */
    public String propose(
            String question,
            String answer,
            Locale language,
            String source,
            ContactId who,
            @Nullable String questionId) {
        var id = questionId == null ? ids.next() : questionId;
        var draft = new Draft(
                id,
                shortened(question, Fitness.PHRASING),
                shortened(answer, Fitness.ANSWER),
                FaqFile.LANGUAGES.contains(language.getLanguage()) ? language.getLanguage() : "bg",
                shortened(source, Fitness.SOURCE),
                who.value(),
                questionId,
                topicOf(question),
                "a-" + ids.next().toLowerCase(Locale.ROOT),
                State.OPEN,
                clock.instant(),
                null);
        try {
            store.insert(draft);
        } catch (DuplicateKeyException proposedAlready) {
            // it stays as it was: somebody may have looked at it
        }
        return id;
    }

    private String topicOf(String question) {
        return search.matches(question).stream()
                .findFirst()
                .map(match -> match.entry().topic())
                .orElse(TOPIC);
    }

    public Optional<Draft> find(String id) {
        return Optional.ofNullable(store.findById(id, Draft.class));
    }

    /** Those that wait, the oldest first. */
    public List<Draft> open() {
        return store.find(query(where("state").is(State.OPEN)).with(Sort.by("at", "_id")), Draft.class);
    }

    /** Makes it an entry that people get at once; a second time it is there already. */
    public Edited publish(String draftId, ContactId who) {
        var draft = find(draftId).orElse(null);
        if (draft == null || draft.state() == State.DISCARDED) {
            return new Edited.Gone();
        }
        var published = editing.add(entry(draft), Change.FROM_DRAFT, who, null);
        if (!(published instanceof Edited.Refused)) {
            settle(draftId, State.PUBLISHED, who);
        }
        return published;
    }

    public void discard(String draftId, ContactId who) {
        settle(draftId, State.DISCARDED, who);
    }

    /** A discarded one waits again. */
    public void reopen(String draftId) {
        store.updateFirst(
                query(where("_id").is(draftId).and("state").is(State.DISCARDED)),
                Update.update("state", State.OPEN).unset("publishedBy"),
                Draft.class);
    }

    private void settle(String id, State state, ContactId who) {
        store.updateFirst(
                query(where("_id").is(id).and("state").is(State.OPEN)),
                Update.update("state", state).set("publishedBy", who.value()),
                Draft.class);
    }

    /** Changes what it says before it is published; false when it is no longer open. */
    public boolean change(String id, String question, String answer, String topic) {
        var update = Update.update("asked", question).set("answer", answer).set("topic", topic);
        return store.updateFirst(query(where("_id").is(id).and("state").is(State.OPEN)), update, Draft.class)
                        .getMatchedCount()
                > 0;
    }

    /** As it would be as an entry. */
    FaqEntry entry(Draft draft) {
        var language = draft.language();
        return new FaqEntry(
                draft.entry(),
                draft.topic(),
                in(language, shortened(draft.asked(), Fitness.QUESTION)),
                in(language, shortened(draft.asked(), Fitness.LABEL)),
                Map.of(language, List.of(draft.asked())),
                in(language, draft.answer()),
                List.of(source(draft)),
                editing.month(),
                List.of());
    }

    private static Localized in(String language, String words) {
        return new Localized(Map.of(language, words));
    }

    private static Source source(Draft draft) {
        var address = ADDRESS.matcher(draft.source());
        if (!address.find() || !Fitness.isAddress(address.group())) {
            return new Source(in(draft.language(), draft.source()), null);
        }
        var named =
                (draft.source().substring(0, address.start()) + draft.source().substring(address.end())).strip();
        return new Source(in(draft.language(), named.isEmpty() ? address.group() : named), address.group());
    }

    /** At the end of a word if that can be helped. */
    static String shortened(String text, int longest) {
        var whole = text.strip();
        if (whole.length() <= longest) {
            return whole;
        }
        int space = whole.lastIndexOf(' ', longest - 1);
        int end = space > longest / 2 ? space : longest - 1;
        if (Character.isHighSurrogate(whole.charAt(end - 1))) {
            end--;
        }
        return whole.substring(0, end).strip() + "…";
    }
}
