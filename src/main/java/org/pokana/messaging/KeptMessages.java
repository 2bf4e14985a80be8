package org.pokana.messaging;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import org.pokana.kernel.Address;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** What is kept of people's messages and of those to them. */
@Configuration(proxyBeanMethods = false)
class KeptMessages {

    @Bean
    KeptTexts receivedTexts(MongoOperations store) {
        return new KeptTexts(
                store,
                "received",
                "inbox",
                (contact, addresses) -> where("from")
                        .in(addresses.stream().map(Address::toString).toList()),
                before -> where("at").lt(before));
    }

    @Bean
    KeptTexts sentTexts(MongoOperations store) {
        return new KeptTexts(
                store,
                "sent",
                "outbox",
                (contact, addresses) -> where("contact").is(contact.value()),
                before -> where("settledAt").lt(before));
    }
}
