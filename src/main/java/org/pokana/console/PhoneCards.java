package org.pokana.console;

import java.util.List;
import java.util.Locale;
import org.pokana.forum.Cards;
import org.pokana.forum.Forum;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Content;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** The card of a forum as the chat shows it to somebody who is not registered, made by the chat itself. */
@Component
class PhoneCards {

    private static final ContactId NOBODY = new ContactId("nobody-yet");

    private final Cards cards;
    private final Words words;

    PhoneCards(Cards cards, Words words) {
        this.cards = cards;
        this.words = words;
    }

    record PhoneCard(String text, List<String> buttons) {}

    PhoneCard of(Forum forum, Locale language) {
        var card = Content.words(words.content(cards.of(forum, NOBODY), language));
        return new PhoneCard(
                card.text(), card.buttons().stream().map(Button::label).toList());
    }
}
