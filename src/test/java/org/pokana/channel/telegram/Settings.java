package org.pokana.channel.telegram;

import java.time.Duration;

/** What the tests of this package share. */
final class Settings {

    private Settings() {}

    static TelegramSettings of(FakeTelegram fake) {
        return of(fake.url());
    }

    static TelegramSettings of(String api) {
        return new TelegramSettings(FakeTelegram.TOKEN, api, "polling", "", false, Duration.ofSeconds(5));
    }
}
