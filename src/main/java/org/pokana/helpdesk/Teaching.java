package org.pokana.helpdesk;

import static org.pokana.kernel.Phrase.phrase;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Talk;
import org.pokana.helpdesk.Question.Draft;
import org.pokana.helpdesk.Question.Event;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Words;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Makes of an answer to one an answer for everybody. */
@Component
class Teaching {

    private static final int HOLDS_FOR_MONTHS = 6;

    private final MongoOperations store;
    private final Contacts contacts;
    private final Names names;
    private final List<Learner> learners;
    private final Words words;
    private final HelpdeskSettings settings;
    private final Clock clock;

    Teaching(
            MongoOperations store,
            Contacts contacts,
            Names names,
            List<Learner> learners,
            Words words,
            HelpdeskSettings settings,
            Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.names = names;
        this.learners = learners;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    Ending learn(Talk talk, Question question) {
        var draft = taught(question, talk.with());
        if (draft.isEmpty()) {
            return talk.goOnWith("questions", question.id());
        }
        return talk.end(
                talk.line("learned", News.excerpt(question.text()), draft.get().review())
                        .with(
                                Choice.to(phrase("draft.publish"), "draft", question.id(), "publish")
                                        .as(Tone.GOOD),
                                Choice.to("draft", question.id()),
                                Choice.to("questions"),
                                Choice.to("menu")));
    }

    /** The same for whoever does it elsewhere; false when there is no answer in somebody's own words. */
    boolean learn(Question question, ContactId by) {
        return taught(question, by).isPresent();
    }

    private Optional<Draft> taught(Question question, ContactId by) {
        var draft = question.answer().map(answer -> draft(question, answer));
        draft.ifPresent(made -> {
            learners.forEach(learner -> learner.learn(question.id(), made, by));
            keep(question, made);
        });
        return draft;
    }

    private Draft draft(Question question, Event answer) {
        var language = language(question);
        var source = words.say(phrase("helpdesk.source", names.institution(answer.by())), language);
        return new Draft(
                question.text(),
                answer.text(),
                language.getLanguage(),
                source,
                answer.key(),
                clock.instant(),
                LocalDate.ofInstant(clock.instant(), settings.zone()).plusMonths(HOLDS_FOR_MONTHS));
    }

    /** Once only, whoever presses. */
    private void keep(Question question, Draft draft) {
        store.updateFirst(
                query(where("_id").is(question.id()).and("draft").is(null)),
                Update.update("draft", draft),
                Question.class);
    }

    private Locale language(Question question) {
        return contacts.find(new ContactId(question.askers().get(0).contact()))
                .map(Contact::language)
                .orElse(words.spoken(null));
    }
}
