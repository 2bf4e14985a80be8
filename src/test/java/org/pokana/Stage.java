package org.pokana;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Flows;
import org.pokana.conversation.StageTalks;
import org.pokana.kernel.Address;
import org.pokana.kernel.Ids;
import org.pokana.messaging.Content;
import org.pokana.messaging.Ear;
import org.pokana.messaging.FakeChannel.Carried;
import org.pokana.messaging.Inbox;
import org.pokana.messaging.Incoming;
import org.pokana.messaging.MessagingKit;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Veto;
import org.pokana.messaging.Words;
import org.pokana.store.TestStore;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The whole bot in memory with time under control: people type and press, messages go through inbox, conversation,
 * outbox and courier to a channel that remembers them.
 */
public final class Stage implements AutoCloseable {

    /** What the flows and features of a test are made from. */
    public record Props(
            MongoOperations store, Contacts contacts, Outbox outbox, Words words, SettableClock clock, Ids ids) {}

    public final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    public final TestStore store;
    public final Contacts contacts;
    public final MessagingKit messaging;
    public final Props props;
    private final Ear ear;
    private final Inbox inbox;
    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicInteger updates = new AtomicInteger();

    /** @param documents the documents of the features on stage; those of the engine are there already */
    public Stage(Function<Props, List<Flow>> flows, Function<Props, List<Veto>> vetoes, Class<?>... documents) {
        store = TestStore.inMemory(
                Stream.of(MessagingKit.documents(), StageTalks.documents(), new Class<?>[] {Contact.class}, documents)
                        .flatMap(Arrays::stream)
                        .toArray(Class<?>[]::new));
        Ids counted = () -> "id" + ids.incrementAndGet();
        contacts = new Contacts(store.mongo(), counted, clock);
        var words = Words.read(Optional.empty());
        var vetoList = new ArrayList<Veto>();
        messaging = new MessagingKit(store.mongo(), clock, contacts, message -> vetoList.stream()
                .flatMap(veto -> veto.against(message).stream())
                .findFirst());
        props = new Props(store.mongo(), contacts, messaging.outbox, words, clock, counted);
        vetoList.addAll(vetoes.apply(props));
        var all = new Flows(StageTalks.withCommands(flows.apply(props), props), words);
        ear = StageTalks.ear(props, all);
        inbox = messaging.inbox(ear);
    }

    /** The same bot started once more, or a second time, on the same store. */
    public Inbox anotherInstance(MessagingKit itsOwn) {
        return itsOwn.inbox(ear);
    }

    public Stage(Function<Props, List<Flow>> flows, Class<?>... documents) {
        this(flows, props -> List.of(), documents);
    }

    public Person person(String name) {
        return new Person(new Address("webchat", name));
    }

    /** Somebody at the other end of the channel. */
    public final class Person {

        public final Address address;
        private int read;

        private Person(Address address) {
            this.address = address;
        }

        public Contact contact() {
            return contacts.at(address).orElseThrow();
        }

        public Person says(String text) {
            return receives(Incoming.said(
                    "update:" + updates.incrementAndGet(),
                    address,
                    text,
                    Locale.forLanguageTag("bg"),
                    clock.instant()));
        }

        /** Presses the latest button with this label. */
        public Person taps(String label) {
            var pick = messages().stream()
                    .flatMap(content -> content instanceof Content.Text text ? text.buttons().stream() : Stream.empty())
                    .filter(button -> button.label().contains(label))
                    .reduce((earlier, later) -> later);
            assertThat(pick).as("a button '" + label + "' among " + texts()).isPresent();
            return presses(pick.get().pick());
        }

        public Person presses(String pick) {
            return receives(Incoming.pressed(
                    "update:" + updates.incrementAndGet(),
                    address,
                    pick,
                    null,
                    Locale.forLanguageTag("bg"),
                    clock.instant()));
        }

        public Person receives(Incoming... incoming) {
            inbox.receive(List.of(incoming));
            return this;
        }

        /** Everything this person ever got. */
        public List<Content> messages() {
            return messaging.channel.carried.stream()
                    .filter(each -> each.to().equals(address))
                    .map(Carried::content)
                    .toList();
        }

        public List<String> texts() {
            return messaging.channel.texts(address);
        }

        /** What came since the last time somebody looked, as one text. */
        public String reads() {
            var all = texts();
            var fresh = String.join("\n", all.subList(read, all.size()));
            read = all.size();
            return fresh;
        }
    }

    @Override
    public void close() {
        messaging.close();
        store.close();
    }
}
