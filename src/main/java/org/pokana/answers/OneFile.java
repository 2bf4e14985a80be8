package org.pokana.answers;

import java.util.List;
import java.util.Optional;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Question;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.Attachment.Kind;
import org.pokana.kernel.Choice;

/** Asks for one file, sent as in any chat. */
record OneFile(String name, List<Choice> choices) implements Question<Item> {

    @Override
    public List<Object> arguments() {
        return List.of();
    }

    @Override
    public boolean free() {
        return false;
    }

    @Override
    public boolean takesFiles() {
        return true;
    }

    @Override
    public Optional<Item> understand(Answer answer) {
        return Optional.ofNullable(answer.brought())
                .flatMap(brought -> Optional.ofNullable(brought.item()))
                .filter(item -> item.kind() == Kind.FILE);
    }
}
