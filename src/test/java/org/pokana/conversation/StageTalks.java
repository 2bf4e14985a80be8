package org.pokana.conversation;

import java.util.ArrayList;
import java.util.List;
import org.pokana.Stage.Props;
import org.pokana.conversation.commands.StageCommands;
import org.pokana.messaging.Ear;
import org.pokana.messaging.Porter;

/** The engine for the {@link org.pokana.Stage}. */
public final class StageTalks {

    private StageTalks() {}

    public static Class<?>[] documents() {
        return new Class<?>[] {Conversation.class};
    }

    public static Ear ear(Props props, Porter porter, Flows flows) {
        return new Conversations(
                props.store(), props.contacts(), props.outbox(), porter, flows, props.words(), props.clock());
    }

    /** What the engine keeps of people. */
    public static KeptConversations kept(Props props) {
        return new KeptConversations(props.store());
    }

    /** The flows with the commands everybody has. */
    public static List<Flow> withCommands(List<Flow> flows, Props props) {
        var all = new ArrayList<>(flows);
        all.addAll(0, StageCommands.all(props, () -> new Flows(all, props.words()))); // thanks are heard first
        return all;
    }
}
