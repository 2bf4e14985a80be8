package org.pokana.messaging;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pokana.kernel.Address;
import org.springframework.data.mongodb.core.MongoOperations;

/** One gate for each channel that is switched on. */
final class Gates {

    private final Channels channels;
    private final MongoOperations store;
    private final Clock clock;
    private final Map<String, Gate> byChannel = new ConcurrentHashMap<>();

    Gates(Channels channels, MongoOperations store, Clock clock) {
        this.channels = channels;
        this.store = store;
        this.clock = clock;
    }

    Optional<Gate> of(Address address) {
        return channels.of(address).map(this::of);
    }

    Gate of(Channel channel) {
        return byChannel.computeIfAbsent(
                channel.name(), name -> new Gate(channel, new Silence(store, clock, name), clock));
    }
}
