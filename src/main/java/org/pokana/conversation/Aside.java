package org.pokana.conversation;

import java.util.List;
import org.pokana.contact.Contact;
import org.pokana.kernel.Address;
import org.pokana.kernel.Line;
import org.springframework.stereotype.Component;

/** Answers a single question that belongs to nobody's talk, such as one put in a group; nothing is remembered of it. */
@Component
public class Aside {

    private final Flows flows;

    public Aside(Flows flows) {
        this.flows = flows;
    }

    /** Empty when nobody knows what to say to that. */
    public List<Line> answer(String text, Contact asker, Address at) {
        return flows.listeners().stream()
                .filter(listener -> listener.understands(asker, text))
                .findFirst()
                .map(listener -> Talk.open(listener, new Talk.Person(asker, at, null), text)
                        .says())
                .orElse(List.of());
    }
}
