package org.pokana.phone;

import java.time.Clock;
import java.util.List;
import org.pokana.contact.Contacts;
import org.pokana.conversation.Flow;
import org.pokana.messaging.Words;
import org.springframework.data.mongodb.core.MongoOperations;

/** What people can do about their telephone number, put together as Spring does. */
public final class PhoneFlows {

    private PhoneFlows() {}

    public static Class<?> document() {
        return Left.class;
    }

    public static List<Flow> all(MongoOperations store, Contacts contacts, Words words, Clock clock) {
        var settings = new PhoneSettings(90);
        var consent = new PhoneConsent(contacts, words, settings, clock);
        return List.of(new LeaveNumber(new PhoneNumbers(store, clock), consent, settings));
    }
}
