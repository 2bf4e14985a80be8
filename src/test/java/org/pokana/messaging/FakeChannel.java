package org.pokana.messaging;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pokana.kernel.Address;

/** A channel that delivers everything, unless told how the next messages end; remembers what it carried. */
public final class FakeChannel implements Channel.Editable, Channel.Deletable, Channel.Fetching {

    /** What was sent to, or edited at, an address. */
    public record Carried(Address to, Content content, Lane lane, boolean edited) {}

    public final List<Carried> carried = new ArrayList<>();
    /** The receipts of what was taken back. */
    public final List<String> deleted = new ArrayList<>();

    /** What can be fetched, by its reference. */
    public final Map<String, byte[]> warehouse = new HashMap<>();

    /** What was asked for, in order. */
    public final List<String> fetched = new ArrayList<>();

    private final Deque<Delivery> next = new ArrayDeque<>();
    private final String name;
    private Runnable meanwhile = () -> {};
    private int receipts;

    public FakeChannel(String name) {
        this.name = name;
    }

    /** How the next messages end, one after another, before all is well again. */
    public void nextEnds(Delivery... deliveries) {
        next.addAll(List.of(deliveries));
    }

    /** What happens while the next message is on its way. */
    public void meanwhile(Runnable event) {
        meanwhile = event;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Abilities abilities() {
        return new Abilities(4096, 1024, 100, true, true);
    }

    @Override
    public synchronized Delivery send(Address to, Content content, Lane lane) {
        return carry(new Carried(to, content, lane, false));
    }

    @Override
    public synchronized Delivery edit(Address to, String receipt, Content content, Lane lane) {
        var edited = carry(new Carried(to, content, lane, true));
        return edited instanceof Delivery.Delivered ? new Delivery.Delivered(receipt) : edited;
    }

    @Override
    public Duration deletableFor() {
        return Duration.ofHours(48);
    }

    @Override
    public synchronized Delivery delete(Address to, String receipt, Lane lane) {
        var ending = next.poll();
        if (ending != null && !(ending instanceof Delivery.Delivered)) {
            return ending;
        }
        deleted.add(receipt);
        return new Delivery.Delivered(receipt);
    }

    @Override
    public synchronized Fetched fetch(Showing showing, long mostBytes) {
        fetched.add(showing.reference());
        var bytes = warehouse.get(showing.reference());
        if (bytes == null) {
            return new Fetched.Away("there is no " + showing.reference());
        }
        return bytes.length > mostBytes ? new Fetched.TooBig() : new Fetched.Here(bytes);
    }

    private Delivery carry(Carried what) {
        var ending = next.poll();
        var event = meanwhile;
        meanwhile = () -> {};
        event.run();
        if (ending != null && !(ending instanceof Delivery.Delivered)) {
            return ending;
        }
        carried.add(what);
        return new Delivery.Delivered(String.valueOf(++receipts));
    }

    /** What was carried to the person, as text, in order. */
    public synchronized List<String> texts(Address to) {
        return carried.stream()
                .filter(each -> each.to().equals(to))
                .map(Carried::content)
                .map(FakeChannel::text)
                .toList();
    }

    private static String text(Content content) {
        if (content instanceof Content.Media media) {
            return media.items().stream().map(item -> item.kind() + " ").collect(Collectors.joining())
                    + media.words().text();
        }
        return content instanceof Content.Text text ? text.text() : content.toString();
    }
}
