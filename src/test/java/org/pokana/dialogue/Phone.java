package org.pokana.dialogue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.pokana.kernel.Address;
import org.pokana.messaging.Abilities;
import org.pokana.messaging.Channel;
import org.pokana.messaging.Content;
import org.pokana.messaging.Delivery;
import org.pokana.messaging.Fetched;
import org.pokana.messaging.Lane;
import org.pokana.messaging.SamplePictures;
import org.pokana.messaging.Showing;

/** A channel whose chats can be looked at like the screen of a phone; one with buttons also edits what was sent. */
class Phone implements Channel {

    /** What a photo is known by that somebody sends. */
    static final String PHOTO = "photo";

    /**
     * Something that came or changed.
     *
     * @param message the receipt of the message it is or changes
     */
    record Arrival(String message, Content content, Lane lane, boolean edited) {}

    private final String name;
    private final Abilities abilities;
    private final Map<Address, List<Arrival>> chats = new ConcurrentHashMap<>();
    private final Deque<Delivery> next = new ArrayDeque<>();
    private final AtomicInteger receipts = new AtomicInteger();

    private Phone(String name, Abilities abilities) {
        this.name = name;
        this.abilities = abilities;
    }

    /** Such as Telegram. */
    static Phone withButtons(String name) {
        return new Editing(name);
    }

    /** Such as a text message: no buttons, no files, nothing that can be changed. */
    static Phone withWordsOnly(String name) {
        return new Phone(name, new Abilities(1000, 1000, 0, false, false));
    }

    private static final class Editing extends Phone implements Channel.Editable, Channel.Deletable, Channel.Fetching {

        private final byte[] photo = SamplePictures.jpeg(300, 200);

        Editing(String name) {
            super(name, new Abilities(4096, 1024, 24, true, true));
        }

        @Override
        public Delivery edit(Address to, String receipt, Content content, Lane lane) {
            return arrives(to, new Arrival(receipt, content, lane, true));
        }

        @Override
        public Duration deletableFor() {
            return Duration.ofHours(48);
        }

        @Override
        public Delivery delete(Address to, String receipt, Lane lane) {
            return new Delivery.Delivered(receipt);
        }

        @Override
        public Fetched fetch(Showing showing, long mostBytes) {
            return new Fetched.Here(photo);
        }
    }

    /** How the next messages that nobody asked for end, before all is well again. */
    synchronized void nextEnds(Delivery... deliveries) {
        next.addAll(List.of(deliveries));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Abilities abilities() {
        return abilities;
    }

    @Override
    public Delivery send(Address to, Content content, Lane lane) {
        if (lane == Lane.ANNOUNCEMENT) {
            var ending = ending();
            if (ending != null) {
                return ending;
            }
        }
        return arrives(to, new Arrival(String.valueOf(receipts.incrementAndGet()), content, lane, false));
    }

    private synchronized Delivery ending() {
        return next.poll();
    }

    Delivery arrives(Address to, Arrival arrival) {
        var chat = chats.computeIfAbsent(to, any -> new ArrayList<>());
        synchronized (chat) {
            chat.add(arrival);
        }
        return new Delivery.Delivered(arrival.message());
    }

    /** Everything that came to an address, in order. */
    List<Arrival> arrivals(Address to) {
        var chat = chats.computeIfAbsent(to, any -> new ArrayList<>());
        synchronized (chat) {
            return List.copyOf(chat);
        }
    }
}
