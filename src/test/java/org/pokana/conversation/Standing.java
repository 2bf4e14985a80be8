package org.pokana.conversation;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.pokana.contact.Contact;
import org.pokana.kernel.Address;
import org.pokana.messaging.Outbox;
import org.springframework.data.mongodb.core.MongoOperations;

/** Where the service stands with somebody, for tests that look and do not touch. */
public final class Standing {

    private final Conversation conversation;
    private final Talk.Person person;
    private final Outbox outbox;
    private final Flows flows;

    private Standing(Conversation conversation, Talk.Person person, Outbox outbox, Flows flows) {
        this.conversation = conversation;
        this.person = person;
        this.outbox = outbox;
        this.flows = flows;
    }

    /** Empty for whoever has not been heard. */
    public static Optional<Standing> with(
            Contact contact, Address at, MongoOperations store, Outbox outbox, Flows flows) {
        var id = Conversation.fresh(contact.id(), at, contact.since()).id();
        return Optional.ofNullable(store.findById(id, Conversation.class))
                .map(conversation -> new Standing(conversation, new Talk.Person(contact, at, null), outbox, flows));
    }

    public Locale language() {
        return person.contact().language();
    }

    /** The name of the question that is open, such as {@code register.group}. */
    public Optional<String> question() {
        return Optional.ofNullable(conversation.talk()).map(OpenTalk::question);
    }

    /** The flow it belongs to. */
    public Optional<Flow> flow() {
        return Optional.ofNullable(conversation.talk()).flatMap(talk -> flows.named(talk.flow()));
    }

    /** Whether any words can answer it. */
    public boolean isFree() {
        return conversation.talk() != null && conversation.talk().free();
    }

    /** Whether a photo or a file can answer it. */
    public boolean takesFiles() {
        return conversation.talk() != null && conversation.talk().takesFiles();
    }

    /** How many answers were given before it. */
    public int answers() {
        return conversation.talk() == null ? 0 : conversation.talk().answers().size();
    }

    /** The pick that words would be taken for now. */
    public Optional<String> taken(String words, Instant now) {
        var seen = new Sight(outbox).of(conversation, person.address(), now);
        return new Decision(flows, person, conversation, seen, now).taken(words);
    }
}
