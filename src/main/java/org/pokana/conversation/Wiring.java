package org.pokana.conversation;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.pokana.contact.Contacts;
import org.pokana.messaging.Menu;
import org.pokana.messaging.Menu.Entry;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Porter;
import org.pokana.messaging.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Puts the engine together from the flows of all features. */
@Configuration(proxyBeanMethods = false)
class Wiring {

    /** In the order channels list them. */
    private static final List<String> SHOWN = List.of(
            "menu",
            "forums",
            "my",
            "ask",
            "language",
            "settings",
            "privacy",
            "mydata",
            "person",
            "stop",
            "cancel",
            "help");

    @Bean
    Flows flows(List<Flow> flows, Words words) {
        return new Flows(flows, words);
    }

    @Bean
    Conversations conversations(
            MongoOperations store,
            Contacts contacts,
            Outbox outbox,
            Porter porter,
            Flows flows,
            Words words,
            Clock clock) {
        return new Conversations(store, contacts, outbox, porter, flows, words, clock);
    }

    @Bean
    Menu menuOfCommands(List<Flow> flows, Words words) {
        var everybody = SHOWN.stream()
                .filter(name -> isDescribed(name, words))
                .map(Wiring::entry)
                .toList();
        var organizers = flows.stream()
                .filter(flow -> flow.needs().isPresent() && isDescribed(flow.name(), words))
                .map(flow -> entry(flow.name()))
                .toList();
        return new Menu(everybody, organizers);
    }

    private static boolean isDescribed(String command, Words words) {
        return words.has(command + ".description", Locale.forLanguageTag("bg"));
    }

    private static Entry entry(String command) {
        return new Entry(command, phrase(command + ".description"));
    }
}
