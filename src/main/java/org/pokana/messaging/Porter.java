package org.pokana.messaging;

import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Address;
import org.pokana.messaging.Brought.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches what somebody sent us to pass on from where their channel has it, and keeps it. */
public class Porter {

    private static final Logger log = LoggerFactory.getLogger(Porter.class);
    private static final int MOST_TRIES = 2;

    private final Channels channels;
    private final KeptFiles files;

    public Porter(Channels channels, KeptFiles files) {
        this.channels = channels;
        this.files = files;
    }

    public Brought bring(Address from, Showing showing) {
        var kept = files.find(showing.reference()).filter(file -> file.isFrom(from)); // brought by its channel itself
        if (kept.isPresent()) {
            return here(kept.get(), showing);
        }
        if (showing.bytes() > KeptFiles.LARGEST) {
            return not(Trouble.TOO_BIG, showing);
        }
        return channels.of(from).orElse(null) instanceof Channel.Fetching channel
                ? brought(fetched(channel, showing), from, showing)
                : not(Trouble.AWAY, showing);
    }

    private static Fetched fetched(Channel.Fetching channel, Showing showing) {
        Fetched fetched = new Fetched.Away("not tried");
        for (int tries = 0; tries < MOST_TRIES && fetched instanceof Fetched.Away; tries++) {
            fetched = channel.fetch(showing, KeptFiles.LARGEST);
        }
        return fetched;
    }

    private Brought brought(Fetched fetched, Address from, Showing showing) {
        if (fetched instanceof Fetched.Away away) {
            log.warn("a file sent by {} cannot be fetched: {}", from.channel(), away.reason());
            return not(Trouble.AWAY, showing);
        }
        if (fetched instanceof Fetched.TooBig) {
            return not(Trouble.TOO_BIG, showing);
        }
        var bytes = ((Fetched.Here) fetched).bytes();
        return bytes.length == 0
                ? not(Trouble.EMPTY, showing)
                : here(files.keep(from, showing.kind(), showing.name(), showing.reference(), bytes), showing);
    }

    private Brought here(KeptFile file, Showing showing) {
        return new Brought(file.name(), files.item(file), null, showing.group());
    }

    private static Brought not(@Nullable Trouble trouble, Showing showing) {
        return new Brought(FileName.clean(showing.name(), showing.kind()), null, trouble, showing.group());
    }
}
