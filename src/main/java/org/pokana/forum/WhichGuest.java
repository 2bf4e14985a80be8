package org.pokana.forum;

import java.util.List;
import java.util.Optional;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Question;
import org.pokana.kernel.Choice;
import org.pokana.phone.NamedNumber;

/** Asks for a guest's name as it will stand in a list, and understands a telephone number beside it. */
record WhichGuest(int longest, List<Object> arguments) implements Question<NamedNumber> {

    @Override
    public String name() {
        return "name";
    }

    @Override
    public List<Choice> choices() {
        return List.of();
    }

    @Override
    public boolean free() {
        return true;
    }

    @Override
    public Optional<NamedNumber> understand(Answer answer) {
        return NamedNumber.read(answer.text())
                .flatMap(guest -> OneLine.of(guest.name(), longest).map(name -> new NamedNumber(name, guest.number())));
    }
}
