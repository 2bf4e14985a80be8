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
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Flows;
import org.pokana.conversation.StageTalks;
import org.pokana.kernel.Address;
import org.pokana.kernel.Attachment.Kind;
import org.pokana.kernel.Ids;
import org.pokana.messaging.Channels;
import org.pokana.messaging.Content;
import org.pokana.messaging.Ear;
import org.pokana.messaging.FakeChannel.Carried;
import org.pokana.messaging.Inbox;
import org.pokana.messaging.Incoming;
import org.pokana.messaging.KeptFiles;
import org.pokana.messaging.Message;
import org.pokana.messaging.MessagingKit;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Showing;
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
            MongoOperations store,
            Contacts contacts,
            Outbox outbox,
            Channels channels,
            KeptFiles files,
            Words words,
            SettableClock clock,
            Ids ids) {}

    public final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    public final TestStore store;
    public final Contacts contacts;
    public final MessagingKit messaging;
    public final Props props;
    private final Function<Props, List<Flow>> flows;
    private Ear ear;
    private Inbox inbox;
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
        var files = new KeptFiles(store.mongo(), counted, clock, List.of(), "https://pokana.example");
        props = new Props(store.mongo(), contacts, messaging.outbox, messaging.channels, files, words, clock, counted);
        vetoList.addAll(vetoes.apply(props));
        this.flows = flows;
        ear = opened();
        inbox = messaging.inbox(ear);
    }

    private Ear opened() {
        var all = new Flows(StageTalks.withCommands(flows.apply(props), props), props.words());
        return StageTalks.ear(props, messaging.porter(props.files()), all);
    }

    /** All that is not in the store is lost; what is heard next is heard by flows that never heard anything. */
    public void restarts() {
        ear = opened();
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

        /** Sends a file, with words under it or with none. */
        public Person sends(Kind kind, String name, byte[] bytes, String caption) {
            return sends(kind, name, bytes, caption, null);
        }

        /** Sends several pictures at once: they come one by one. */
        public Person sendsAlbum(String caption, byte[]... pictures) {
            var album = "album" + updates;
            for (int i = 0; i < pictures.length; i++) {
                sends(Kind.PHOTO, "", pictures[i], i == 0 ? caption : "", album);
            }
            return this;
        }

        private Person sends(Kind kind, String name, byte[] bytes, String caption, @Nullable String album) {
            var reference = "telegram-file-" + updates.incrementAndGet();
            messaging.channel.warehouse.put(reference, bytes);
            var update = new Incoming(
                    "update:" + updates,
                    address,
                    Incoming.Kind.SHOWED,
                    caption,
                    null,
                    null,
                    Locale.forLanguageTag("bg"),
                    clock.instant());
            return receives(update.with(new Showing(kind, reference, name, bytes.length, album)));
        }

        /** Presses the latest button with this label. */
        public Person taps(String label) {
            var pick = messages().stream()
                    .flatMap(content -> Content.words(content).buttons().stream())
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

        /** Writes in reply to the latest message with these words in it. */
        public Person replies(String text, String to) {
            var receipt = store.mongo().findAll(Message.class).stream()
                    .filter(message -> message.to().equals(address.toString()) && message.receipt() != null)
                    .filter(message -> Content.words(message.content()).text().contains(to))
                    .reduce((earlier, later) -> later)
                    .map(Message::receipt);
            assertThat(receipt)
                    .as("a message with '" + to + "' among " + texts())
                    .isPresent();
            return receives(Incoming.said(
                            "update:" + updates.incrementAndGet(),
                            address,
                            text,
                            Locale.forLanguageTag("bg"),
                            clock.instant())
                    .replyingTo(receipt.get()));
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
