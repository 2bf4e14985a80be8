package org.pokana.faq;

import org.pokana.messaging.MessagesSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the knowledge base once at start; a mistake in it stops the start. */
@Configuration(proxyBeanMethods = false)
class Wiring {

    @Bean
    KnowledgeBase knowledgeBase(MessagesSettings messages) {
        return KnowledgeBase.read(messages.folder().orElse(null));
    }

    @Bean
    Search search(KnowledgeBase knowledge, MessagesSettings messages) {
        return new Search(knowledge, Lexicon.read(messages.folder().orElse(null)));
    }

    @Bean
    SameQuestion sameQuestion(MessagesSettings messages) {
        return new SameQuestion(Lexicon.read(messages.folder().orElse(null)));
    }
}
