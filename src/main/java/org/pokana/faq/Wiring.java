package org.pokana.faq;

import org.pokana.messaging.ContentFile;
import org.pokana.messaging.MessagesSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the files once at start; a mistake in one stops the start. */
@Configuration(proxyBeanMethods = false)
class Wiring {

    @Bean
    Seed seed(MessagesSettings messages) {
        return Seed.read(ContentFile.find("faq.yaml", messages.folder().orElse(null)));
    }

    @Bean
    KnowledgeBase knowledgeBase(Rereading rereading) {
        return rereading.knowledge();
    }

    @Bean
    Lexicon lexicon(MessagesSettings messages) {
        return Lexicon.read(messages.folder().orElse(null));
    }

    @Bean
    Search search(KnowledgeBase knowledge, Lexicon lexicon) {
        return new Search(knowledge, lexicon);
    }

    @Bean
    SameQuestion sameQuestion(MessagesSettings messages) {
        return new SameQuestion(Lexicon.read(messages.folder().orElse(null)));
    }
}
