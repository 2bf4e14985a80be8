package org.pokana.helpdesk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.conversation.Spelling;
import org.pokana.helpdesk.Question.Kind;
import org.pokana.kernel.ContactId;
import org.springframework.stereotype.Component;

/** What one of the team does with a question elsewhere than in the chat: the same acts, so everybody is told the same. */
@Component
public class QuestionActs {

    /** As long as an answer may be. */
    public static final int LONGEST = 2000;

    public static final List<String> REASONS = DeclineQuestion.REASONS;

    private static final int MOST_FOUND = 5;
    private static final int SHORTEST_NAME = 2;

    private final Desk desk;
    private final DeclineQuestion declining;
    private final Teaching teaching;
    private final Leads leads;
    private final Team team;
    private final People people;
    private final Contacts contacts;

    QuestionActs(
            Desk desk,
            DeclineQuestion declining,
            Teaching teaching,
            Leads leads,
            Team team,
            People people,
            Contacts contacts) {
        this.desk = desk;
        this.declining = declining;
        this.teaching = teaching;
        this.leads = leads;
        this.team = team;
        this.people = people;
        this.contacts = contacts;
    }

    /** False when somebody else has it. */
    public boolean take(String id, ContactId by) {
        return desk.take(id, by).isPresent();
    }

    /** From somebody who has it and lets people wait. */
    public boolean takeOver(String id, ContactId by) {
        return desk.find(id)
                .flatMap(question -> desk.takeOver(id, by, question.owner()))
                .isPresent();
    }

    /**
     * False when somebody else has it.
     *
     * @param event what makes answering twice answering once
     * @param asker the key of the one asker it is for; empty for all
     */
    public boolean answer(String id, String event, ContactId by, String asker, String text) {
        return desk.find(id)
                .flatMap(question -> desk.answer(id, event, by, contact(question, asker), Kind.ANSWERED, text))
                .isPresent();
    }

    private static @Nullable String contact(Question question, String asker) {
        return question.askers().stream()
                .filter(each -> each.key().equals(asker))
                .map(Question.Asker::contact)
                .findFirst()
                .orElse(null);
    }

    /** Answers with an entry of the knowledge base; false when somebody else has it or there is no such entry. */
    public boolean give(String id, ContactId by, String entry) {
        return leads.entry(entry)
                .flatMap(known -> desk.answer(id, "given-" + entry, by, null, Kind.GIVEN, entry))
                .isPresent();
    }

    /** Somebody a question can be forwarded to. */
    public record Person(String id, String name) {}

    /** The named of the team, and whoever else is called so. */
    public List<Person> toForwardTo(String part, ContactId by) {
        var folded = Spelling.fold(part);
        var found = folded.length() < SHORTEST_NAME
                ? team.all().stream().filter(people::isNamed).toList()
                : people.called(folded, MOST_FOUND);
        return found.stream()
                .filter(one -> !one.id().equals(by))
                .map(one -> new Person(one.key(), people.label(one)))
                .toList();
    }

    /** False when somebody else has it or nobody can be reached by that id. */
    public boolean forward(String id, ContactId by, String to) {
        return reachable(to)
                .flatMap(person -> desk.forward(id, by, person.id(), !person.may(Role.ORGANIZER)))
                .isPresent();
    }

    private Optional<Contact> reachable(String id) {
        return contacts.find(new ContactId(id)).filter(one -> one.address().isPresent());
    }

    /** @param reason one of the {@link #REASONS}, or in somebody's own words */
    public boolean decline(String id, ContactId by, String reason) {
        return desk.find(id)
                .flatMap(question -> desk.decline(id, by, declining.toAsker(question, reason)))
                .isPresent();
    }

    /** The owner ends the talk, for all who ask. */
    public boolean finish(String id, ContactId by) {
        return desk.finish(id, by).isPresent();
    }

    /** Makes of the answer one for everybody, once; false when there is none in somebody's own words. */
    public boolean learn(String id, ContactId by) {
        return desk.find(id).filter(question -> teaching.learn(question, by)).isPresent();
    }
}
