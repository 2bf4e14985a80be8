package org.pokana.channel.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.SettableClock;
import org.pokana.kernel.Address;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.Attachment.Kind;
import org.pokana.messaging.Channel;
import org.pokana.messaging.ChannelContract;
import org.pokana.messaging.Content;
import org.pokana.messaging.Delivery.Refused;
import org.pokana.messaging.KeptFile;
import org.pokana.messaging.KeptFiles;
import org.pokana.messaging.Lane;
import org.pokana.store.TestStore;
import org.springframework.boot.task.SimpleAsyncTaskExecutorBuilder;

class WebChatChannelTests implements ChannelContract {

    private final TestStore store = TestStore.inMemory(Entry.class, WebChatSession.class, KeptFile.class);
    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final AtomicInteger ids = new AtomicInteger();
    private final WebChatLog log = new WebChatLog(store.mongo(), this::nextId, clock);
    private final WebChatSessions sessions = new WebChatSessions(store.mongo(), this::nextId, clock);
    private final KeptFiles files =
            new KeptFiles(store.mongo(), this::nextId, clock, List.of(), "https://pokana.example");
    private final EventStreams streams =
            new EventStreams(sessions, log, from -> false, new SimpleAsyncTaskExecutorBuilder());
    private final WebChatChannel channel = new WebChatChannel(sessions, log, streams, files, this::nextId);
    private boolean down;
    private Address olena = new Address("webchat", "nobody");

    @BeforeEach
    void openSession() {
        olena = new Address("webchat", sessions.open());
    }

    @AfterEach
    void closeStore() {
        if (!down) {
            store.close();
        }
    }

    @Test
    void showsOnceWhatIsSentAgainAfterACrash() {
        channel.sendOnce("reply:1", olena, Content.text("Записани сте"), Lane.REPLY);
        channel.sendOnce("reply:1", olena, Content.text("Записани сте"), Lane.REPLY);
        assertThat(seenBy(olena)).hasSize(1);

        channel.send(olena, Content.text("Записани сте"), Lane.REPLY);
        channel.send(olena, Content.text("Записани сте"), Lane.REPLY);
        assertThat(seenBy(olena))
                .as("without the key there is nothing to tell them apart by")
                .hasSize(3);
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public Address somebody() {
        return olena;
    }

    /** Read as the page reads it after a reload. */
    @Override
    public List<Shown> seenBy(Address person) {
        return History.of(log, person.id(), Long.MAX_VALUE, false).said().stream()
                .map(WebChatChannelTests::seen)
                .toList();
    }

    private static Shown seen(org.pokana.channel.webchat.Shown shown) {
        var place = shown.place();
        var text = place == null ? shown.text() : place.title() + "\n" + place.address();
        return new Shown(
                text,
                shown.buttons().stream()
                        .map(org.pokana.channel.webchat.Shown.Pick::label)
                        .toList());
    }

    @Override
    public Item kept(Kind kind, String name, byte[] bytes) {
        return files.item(files.keep(olena, kind, name, null, bytes));
    }

    @Override
    public boolean meets(Trouble trouble, Address person) {
        return switch (trouble) {
            case DOWN -> {
                store.close();
                down = true;
                yield true;
            }
            case BLOCKED -> {
                store.mongo().dropCollection(WebChatSession.class);
                yield true;
            }
            case THROTTLED, REFUSED -> false;
        };
    }

    @Override
    public boolean vanishes(Address person, String receipt) {
        log.erase(person.id());
        return true;
    }

    @Test
    void refusesToEditAMessageOfSomebodyElse() {
        var ivan = new Address("webchat", sessions.open());
        channel.send(ivan, Content.text("Здравейте, Иване!"), Lane.REPLY);

        assertThat(channel.edit(olena, ivan.id() + ":1", Content.text("Чуждо"), Lane.REPLY))
                .isInstanceOf(Refused.class);
    }

    private String nextId() {
        return "olena" + "2".repeat(20) + ids.incrementAndGet();
    }
}
