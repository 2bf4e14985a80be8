package org.pokana.phone;

import java.util.List;
import java.util.Optional;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Question;
import org.pokana.kernel.Choice;

/** Asks for a telephone number, typed as people type one. */
record WhatNumber(List<Object> arguments) implements Question<PhoneNumber> {

    @Override
    public String name() {
        return "number";
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
    public boolean isAskedBriefly() {
        return true;
    }

    @Override
    public Optional<PhoneNumber> understand(Answer answer) {
        return PhoneNumber.read(answer.text());
    }
}
