package org.pokana.forum;

import static org.pokana.kernel.Phrase.verbatim;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Question;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Phrase;

/**
 * Asks for a person's name, and offers what they are called on their channel if it looks like the name in a list of
 * participants: nicknames, initials and little pictures do not.
 */
record WhatName(Phrase step, Optional<String> signature) implements Question<String> {

    private static final int LONGEST_LABEL = 25;

    /** The button itself carries the name, so that it says the same on the day it is pressed; Telegram takes 64. */
    private static final int MOST_BYTES = 40;

    private static final Pattern FULL_NAME = Pattern.compile("\\p{L}{2}[\\p{L}'’.-]*( \\p{L}{2}[\\p{L}'’.-]*)+");

    @Override
    public String name() {
        return "name";
    }

    @Override
    public List<Object> arguments() {
        return List.of(step, offered().isPresent() ? 1 : 0);
    }

    @Override
    public List<Choice> choices() {
        return offered().map(name -> new Choice(name, verbatim(name))).stream().toList();
    }

    private Optional<String> offered() {
        return signature
                .flatMap(name -> OneLine.of(name, LONGEST_LABEL))
                .filter(name -> FULL_NAME.matcher(name).matches())
                .filter(name -> name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES);
    }

    @Override
    public boolean free() {
        return true;
    }

    @Override
    public Optional<String> understand(Answer answer) {
        return PersonName.of(answer.pick() == null ? answer.text() : answer.pick());
    }
}
