package org.pokana.channel.telegram;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.pokana.messaging.Incoming;
import org.pokana.messaging.Lane;
import org.pokana.store.InstanceId;
import org.pokana.store.Leases;
import org.pokana.store.TestStore;
import org.springframework.data.mongodb.core.MongoOperations;

/** Pollers that share a store, and do not sleep as long as they mean to. */
final class PollingKit implements AutoCloseable {

    /** How long they meant to wait. */
    final List<Duration> rests = new CopyOnWriteArrayList<>();

    private final TestStore store = TestStore.inMemory(Track.class);
    private final List<Instance> instances = new ArrayList<>();
    private final Clock clock;

    PollingKit() {
        this(Clock.systemUTC());
    }

    PollingKit(Clock clock) {
        this.clock = clock;
    }

    /** @param alone it need not ask the others for the right to poll */
    Instance polls(TelegramSettings settings, boolean alone, Consumer<List<Incoming>> inbox) {
        var instance = instance(settings, alone, inbox);
        instance.poller.start();
        return instance;
    }

    /** One that does not poll yet. */
    Instance instance(TelegramSettings settings, boolean alone, Consumer<List<Incoming>> inbox) {
        var instance = new Instance(settings, alone, inbox);
        instances.add(instance);
        return instance;
    }

    MongoOperations store() {
        return store.mongo();
    }

    /** One of possibly several processes. */
    final class Instance {

        final TelegramPoller poller;
        final Hearing hearing;
        final TelegramConnections connections;
        final Reception reception;

        private Instance(TelegramSettings settings, boolean alone, Consumer<List<Incoming>> inbox) {
            connections = new TelegramConnections(settings);
            hearing = new Hearing(clock);
            var name = new InstanceId("instance-" + instances.size());
            reception = new Reception(
                    settings.bot(),
                    new Tracks(store.mongo(), clock),
                    new Taps(connections.of(Lane.REPLY)),
                    new Updates(clock, new Me("4242")),
                    inbox,
                    clock);
            poller = new TelegramPoller(
                    connections,
                    new Introduction(connections.polls(), new Me("4242"), settings.takeOver(), () -> {}),
                    new PollingRight(new Leases(store.mongo(), name, clock), settings.bot(), alone),
                    reception,
                    hearing,
                    settings.longPoll(),
                    this::rest);
        }

        private void rest(Duration duration) throws InterruptedException {
            rests.add(duration);
            Thread.sleep(2);
        }

        void stop() {
            poller.stop();
            connections.close();
        }
    }

    @Override
    public void close() {
        instances.forEach(Instance::stop);
        store.close();
    }
}
