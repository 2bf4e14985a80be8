package org.pokana.channel.telegram;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.pokana.messaging.KeptFiles;
import org.springframework.data.mongodb.core.MongoOperations;

/** What the tests of this package share. */
final class Settings {

    private Settings() {}

    static TelegramSettings of(FakeTelegram fake) {
        return of(fake.url());
    }

    static TelegramSettings of(String api) {
        return new TelegramSettings(FakeTelegram.TOKEN, api, "polling", "", false, Duration.ofSeconds(5));
    }

    /** The channel as the service has it. */
    static TelegramChannel channel(FakeTelegram fake, TelegramConnections connections, MongoOperations store) {
        return channel(of(fake), connections, store);
    }

    static TelegramChannel channel(TelegramSettings settings, TelegramConnections connections, MongoOperations store) {
        var clock = Clock.systemUTC();
        var kept = new KeptFiles(store, () -> String.valueOf(System.nanoTime()), clock, List.of(), "http://localhost");
        return TelegramChannel.of(connections, new SentFiles(store, settings.bot(), clock), kept, settings);
    }
}
