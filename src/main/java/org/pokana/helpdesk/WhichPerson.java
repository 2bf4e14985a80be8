package org.pokana.helpdesk;

import java.util.List;
import java.util.Optional;
import org.pokana.contact.Contact;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Question;
import org.pokana.conversation.Spelling;
import org.pokana.kernel.Choice;

/** Asks for somebody by a part of the name or of the organisation; colleagues are proposed. */
record WhichPerson(String name, List<Contact> colleagues, People people) implements Question<List<Contact>> {

    private static final int MOST = 5;

    @Override
    public List<Object> arguments() {
        return List.of();
    }

    @Override
    public List<Choice> choices() {
        return people.choices(colleagues.stream().limit(MOST).toList());
    }

    @Override
    public boolean free() {
        return true;
    }

    /** Nobody at all makes no sense; of several, they are asked which. */
    @Override
    public Optional<List<Contact>> understand(Answer answer) {
        if (answer.pick() != null) {
            return colleagues.stream()
                    .filter(one -> one.key().equals(answer.pick()))
                    .findFirst()
                    .map(List::of);
        }
        var part = Spelling.fold(answer.text());
        return part.length() < 2
                ? Optional.empty()
                : Optional.of(people.called(part, MOST)).filter(found -> !found.isEmpty());
    }
}
