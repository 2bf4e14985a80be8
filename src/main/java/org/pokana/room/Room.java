package org.pokana.room;

import java.util.Locale;
import org.pokana.kernel.Address;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A group the bot is in.
 *
 * @param linked whether announcements to everybody are posted here
 */
@Document("rooms")
record Room(@Id String at, Locale language, boolean linked) {

    Address address() {
        return Address.parse(at);
    }
}
