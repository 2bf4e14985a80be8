package org.pokana.organizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.kernel.Phrase.phrase;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.SettableClock;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.conversation.Rehearsal;
import org.pokana.kernel.Address;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Concern;
import org.pokana.messaging.Message;
import org.pokana.messaging.MessagingKit;
import org.pokana.store.TestStore;

class WatchdogTests {

    private static final Address MARIA = new Address("webchat", "maria");
    private static final Address OLENA = new Address("webchat", "olena");

    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final TestStore store = TestStore.inMemory(Message.class, Contact.class, Watchdog.Alarm.class);
    private final Contacts contacts = new Contacts(store.mongo(), () -> "id" + System.nanoTime(), clock);
    private final MessagingKit kit = new MessagingKit(store.mongo(), clock, contacts);
    private final Telegram telegram = new Telegram();
    private final Watchdog watchdog = instance();

    /** Silent or not, as the story wants it. */
    private static final class Telegram implements Concern {

        private boolean silent;

        @Override
        public String name() {
            return "telegram";
        }

        @Override
        public Optional<Phrase> trouble() {
            return silent ? Optional.of(phrase("alarm.telegram")) : Optional.empty();
        }
    }

    private Watchdog instance() {
        return new Watchdog(List.of(telegram), store.mongo(), contacts, kit.outbox, Rehearsal.WORDS, clock);
    }

    private void cast() {
        var maria = contacts.meet(MARIA, Locale.forLanguageTag("bg"));
        contacts.grant(maria.id(), Role.OWNER);
        contacts.grant(maria.id(), Role.ORGANIZER);
        contacts.meet(OLENA, Locale.forLanguageTag("bg"));
    }

    private void looksFor(Duration time) {
        for (var end = clock.instant().plus(time); clock.instant().isBefore(end); ) {
            watchdog.look();
            clock.advance(Duration.ofSeconds(20));
        }
    }

    @AfterEach
    void close() {
        kit.close();
        store.close();
    }

    @Test
    void tellsOrganizersOnceWhatIsWrongAndOnceThatItIsOver() {
        cast();
        telegram.silent = true;
        looksFor(Duration.ofMinutes(30));
        assertThat(kit.channel.texts(MARIA)).singleElement().asString().contains("Telegram не се чува", "Проверете");

        telegram.silent = false;
        looksFor(Duration.ofMinutes(5));
        assertThat(kit.channel.texts(MARIA))
                .hasSize(2)
                .last()
                .asString()
                .contains("Отново е наред: връзката с Telegram");
        assertThat(kit.channel.texts(OLENA)).isEmpty();
    }

    @Test
    void saysNothingOfWhatHealsWithinAMinute() {
        cast();
        for (int time = 0; time < 5; time++) {
            telegram.silent = true;
            looksFor(Duration.ofSeconds(40));
            telegram.silent = false;
            looksFor(Duration.ofSeconds(40));
        }

        assertThat(kit.channel.texts(MARIA)).isEmpty();
    }

    @Test
    void tellsOnceAlsoAcrossRestartsAndInstances() {
        cast();
        telegram.silent = true;
        looksFor(Duration.ofMinutes(3));
        for (int restart = 0; restart < 3; restart++) {
            var next = instance();
            next.look();
            clock.advance(Duration.ofMinutes(2));
            next.look();
        }
        assertThat(kit.channel.texts(MARIA)).hasSize(1);

        telegram.silent = false;
        instance().look();
        instance().look();
        assertThat(kit.channel.texts(MARIA)).hasSize(2);
    }
}
