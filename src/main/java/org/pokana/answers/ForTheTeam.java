package org.pokana.answers;

import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Flow;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;

/** What only organizers do, and what they may leave in the middle. */
interface ForTheTeam extends Flow {

    @Override
    default Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    default boolean lapses() {
        return true;
    }

    static Choice all() {
        return Choice.to("answers").as(Tone.AWAY);
    }

    static Choice menu() {
        return Choice.to("menu").as(Tone.AWAY);
    }
}
