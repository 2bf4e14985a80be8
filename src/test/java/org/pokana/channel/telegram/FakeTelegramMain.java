package org.pokana.channel.telegram;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/** Runs the stand-in as a process of its own: {@code FakeTelegramMain --port 9301}. */
public final class FakeTelegramMain {

    private FakeTelegramMain() {}

    public static void main(String[] args) throws InterruptedException {
        List<String> words = Arrays.asList(args);
        int at = words.indexOf("--port");
        var fake = FakeTelegram.open(at < 0 ? 0 : Integer.parseInt(words.get(at + 1)), Clock.systemUTC());
        System.out.println("telegram stand-in: POKANA_TELEGRAM_API=" + fake.url() + " POKANA_TELEGRAM_TOKEN="
                + FakeTelegram.TOKEN);
        Thread.currentThread().join();
    }
}
