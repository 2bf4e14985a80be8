package org.pokana.forum;

import java.time.Clock;
import java.util.List;
import org.pokana.contact.Contacts;
import org.pokana.conversation.Flow;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Words;
import org.springframework.data.mongodb.core.MongoOperations;

/** Everything people can do around forums, put together as Spring does. */
public final class ForumFlows {

    private ForumFlows() {}

    public static Class<?>[] documents() {
        return new Class<?>[] {Forum.class, Registration.class};
    }

    public static List<Flow> all(MongoOperations store, Contacts contacts, Outbox outbox, Words words, Clock clock) {
        var forums = new Forums(store, clock);
        var registrations = new Registrations(store, forums, new Notices(outbox, contacts, words, clock), clock);
        var vocabulary = new Vocabulary(words);
        var meaning = new Meaning(vocabulary, words);
        var cards = new Cards(forums, registrations, clock);
        var mine = new Mine(forums, registrations, meaning, clock);
        var form = new Form(new Organisations(store), new Origins(store), words);
        var consent = new RegistrationConsent(contacts, words, clock);
        var planned = new Planned(forums, meaning, clock);
        var telling = new Telling(registrations, clock);
        return List.of(
                new FindForum(forums, meaning, cards, clock),
                new ListForums(forums, clock),
                new ShowForum(forums, cards, clock),
                new ShowAgenda(forums),
                new ShowPlace(forums),
                new Register(forums, registrations, contacts, consent, form, new Summary(form), meaning, clock),
                new ShowMine(mine, registrations),
                new Change(mine, registrations, contacts, form),
                new Unregister(mine, registrations, clock),
                new Coming(forums, registrations, mine, clock),
                new MoveForum(forums, planned, telling, vocabulary, clock),
                new CancelForum(forums, planned, telling),
                new ShowNumbers(forums, registrations, clock));
    }
}
