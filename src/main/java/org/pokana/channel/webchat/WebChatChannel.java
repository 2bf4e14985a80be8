package org.pokana.channel.webchat;

import java.time.Duration;
import org.pokana.kernel.Address;
import org.pokana.kernel.Ids;
import org.pokana.messaging.Abilities;
import org.pokana.messaging.Channel;
import org.pokana.messaging.Content;
import org.pokana.messaging.Delivery;
import org.pokana.messaging.Delivery.Delivered;
import org.pokana.messaging.Delivery.Gone;
import org.pokana.messaging.Delivery.Refused;
import org.pokana.messaging.Delivery.Uncertain;
import org.pokana.messaging.KeptFiles;
import org.pokana.messaging.Lane;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Delivers by writing into the session's log; whether a page is open to read it right now does not matter. */
@Component
class WebChatChannel implements Channel.Editable, Channel.Deletable, Channel.Once {

    static final String NAME = "webchat";

    private static final Abilities ABILITIES = new Abilities(8_000, 8_000, 100, true, true);

    private final WebChatSessions sessions;
    private final WebChatLog log;
    private final EventStreams streams;
    private final KeptFiles files;
    private final Ids ids;

    WebChatChannel(WebChatSessions sessions, WebChatLog log, EventStreams streams, KeptFiles files, Ids ids) {
        this.files = files;
        this.ids = ids;
        this.sessions = sessions;
        this.log = log;
        this.streams = streams;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Abilities abilities() {
        return ABILITIES;
    }

    @Override
    public Delivery send(Address to, Content content, Lane lane) {
        return sendOnce(ids.next(), to, content, lane);
    }

    @Override
    public Delivery sendOnce(String key, Address to, Content content, Lane lane) {
        if (content instanceof Content.Caption || !files.have(content)) {
            return new Refused("what it shows is no longer kept");
        }
        try {
            var entry = log.told(to.id(), key, content);
            if (!sessions.knows(to.id())) { // asked afterwards: it may have been erased meanwhile
                log.erase(to.id());
                return new Gone("there is no such session any more");
            }
            streams.wake(to.id());
            return new Delivered(entry.id());
        } catch (DataAccessException e) {
            return unanswered(e);
        }
    }

    @Override
    public Delivery edit(Address to, String receipt, Content content, Lane lane) {
        try {
            if (log.change(to.id(), receipt, content).isEmpty()) {
                return new Refused("there is no message " + receipt + " to change");
            }
            streams.wake(to.id());
            return new Delivered(receipt);
        } catch (DataAccessException e) {
            return unanswered(e);
        }
    }

    /** As long as anybody may want to. */
    @Override
    public Duration deletableFor() {
        return Duration.ofDays(3650);
    }

    @Override
    public Delivery delete(Address to, String receipt, Lane lane) {
        try {
            if (!log.takeBack(to.id(), receipt)) {
                return new Refused("there is no message " + receipt + " to take back");
            }
            streams.wake(to.id());
            return new Delivered(receipt);
        } catch (DataAccessException e) {
            return unanswered(e);
        }
    }

    /** A write may have been made although its answer was lost. */
    private static Delivery unanswered(DataAccessException e) {
        return new Uncertain("the store did not answer: " + e.getClass().getSimpleName());
    }
}
