package org.pokana.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import org.pokana.messaging.KeptTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** What is kept of where we stand with people. */
@Configuration(proxyBeanMethods = false)
class KeptConversations {

    @Bean
    KeptTexts conversationTexts(MongoOperations store) {
        return new KeptTexts(
                store,
                "conversation",
                "conversations",
                (contact, addresses) -> where("contact").is(contact.value()),
                before -> where("at").lt(before));
    }
}
