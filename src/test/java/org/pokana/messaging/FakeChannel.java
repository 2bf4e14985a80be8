package org.pokana.messaging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.pokana.kernel.Address;

/** A channel that delivers everything, unless told how the next messages end; remembers what it carried. */
public final class FakeChannel implements Channel.Editable {

    /** What was sent to, or edited at, an address. */
    public record Carried(Address to, Content content, Lane lane, boolean edited) {}

    public final List<Carried> carried = new ArrayList<>();
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
        return new Abilities(4096, 100, true, true);
    }

    @Override
    public synchronized Delivery send(Address to, Content content, Lane lane) {
        return carry(new Carried(to, content, lane, false));
    }

    @Override
    public synchronized Delivery edit(Address to, String receipt, Content content, Lane lane) {
        return carry(new Carried(to, content, lane, true));
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
                .map(content -> content instanceof Content.Text text ? text.text() : content.toString())
                .toList();
    }
}
