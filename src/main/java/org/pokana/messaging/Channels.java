package org.pokana.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pokana.kernel.Address;

/** The channels that are switched on. */
public class Channels {

    /** What any channel carries, for cutting messages to a channel that is switched off just now. */
    private static final Abilities MODEST = new Abilities(4096, 1024, 100, true, true);

    private final Map<String, Channel> byName;

    public Channels(List<Channel> channels) {
        byName = channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
    }

    public Optional<Channel> of(Address address) {
        return Optional.ofNullable(byName.get(address.channel()));
    }

    public Abilities abilities(Address address) {
        return of(address).map(Channel::abilities).orElse(MODEST);
    }
}
