package org.pokana.messaging;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Address;

/** A channel that writes down what it is given, in order, and answers what it is told to. */
public final class PaperChannel implements Channel.Editable {

    private final String name;
    private final List<Sheet> sheets = new CopyOnWriteArrayList<>();
    private volatile Function<Address, @Nullable Delivery> answer = to -> null;

    public PaperChannel(String name) {
        this.name = name;
    }

    /** What was sent, and to whom; {@code edited} is the receipt of the message it replaced. */
    public record Sheet(
            Address to, Content content, @Nullable String edited) {

        public String text() {
            return ((Content.Text) content).text();
        }

        public List<String> picks() {
            return ((Content.Text) content)
                    .buttons().stream().map(Content.Button::pick).toList();
        }
    }

    /** From now on; null delivers. */
    public void answers(Function<Address, @Nullable Delivery> how) {
        answer = how;
    }

    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    public List<Sheet> to(String id) {
        return sheets.stream().filter(sheet -> sheet.to().id().equals(id)).toList();
    }

    public void clear() {
        sheets.clear();
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
    public Delivery send(Address to, Content content, Lane lane) {
        return write(to, content, null);
    }

    @Override
    public Delivery edit(Address to, String receipt, Content content, Lane lane) {
        return write(to, content, receipt);
    }

    private Delivery write(Address to, Content content, @Nullable String edited) {
        var told = answer.apply(to);
        if (told != null && !(told instanceof Delivery.Uncertain)) {
            return told;
        }
        sheets.add(new Sheet(to, content, edited));
        return told != null ? told : new Delivery.Delivered("r" + sheets.size());
    }
}
