package org.pokana.conversation.commands;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.pokana.Stage.Props;
import org.pokana.contact.Responsible;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Flows;
import org.springframework.beans.factory.ObjectProvider;

/** The commands everybody has, for the {@link org.pokana.Stage}. */
public final class StageCommands {

    private StageCommands() {}

    public static List<Flow> all(Props props, Supplier<Flows> flows) {
        var later = new ObjectProvider<Flows>() {
            @Override
            public Flows getObject() {
                return flows.get();
            }

            @Override
            public Stream<Flows> stream() {
                return Stream.of(flows.get());
            }
        };
        return List.of(
                new Start(later, new Responsible(null, null)),
                new Menu(later),
                new Help(),
                new Language(props.contacts(), props.words()),
                new Settings(),
                new News(props.contacts(), props.outbox()),
                new Stop(),
                new Thanks(props.words()),
                new SmallTalk(),
                new Reminding(props.contacts()));
    }
}
