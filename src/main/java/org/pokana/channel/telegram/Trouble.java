package org.pokana.channel.telegram;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** Why nothing can be received at present, in a sentence for whoever runs the service, and how long to leave it at that. */
record Trouble(String sentence, Duration pause) {

    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(30);

    /** Telegram's answer decides; the library alone would take all of them for the same. */
    static Trouble of(TelegramApiException e, int attempt) {
        return switch (Outcomes.code(e)) {
            case 401, 404 ->
                new Trouble(
                        "Telegram refuses the token in POKANA_TELEGRAM_TOKEN: nothing is received or sent until it is"
                                + " replaced by a valid one.",
                        Duration.ofMinutes(5));
            case 409 -> conflict(Outcomes.description(e));
            case 429 -> new Trouble("Telegram asks us to wait before the next poll.", Outcomes.retryAfter(e));
            default -> new Trouble("Telegram cannot be reached; trying on until it answers.", backOff(attempt));
        };
    }

    private static Trouble conflict(String description) {
        return description.contains("webhook")
                ? webhookInTheWay("somewhere else")
                : new Trouble(
                        "Another program receives with the same Telegram token, so some messages reach it instead of us:"
                                + " stop it, or give it a token of its own.",
                        Duration.ofSeconds(30));
    }

    static Trouble webhookInTheWay(String host) {
        return new Trouble(
                "This bot's messages go to a webhook (" + host
                        + "): remove that, set POKANA_TELEGRAM_MODE to webhook, or"
                        + " set POKANA_TELEGRAM_TAKE_OVER to true to have it removed.",
                Duration.ofMinutes(1));
    }

    static Trouble storeAway(int attempt) {
        return new Trouble(
                "What Telegram sent cannot be stored, so it is not confirmed; trying again until it can.",
                backOff(attempt));
    }

    static Trouble bug(Throwable e, int attempt) {
        return new Trouble("Polling failed with " + e.getClass().getSimpleName() + "; it goes on.", backOff(attempt));
    }

    private static Duration backOff(int attempt) {
        long longest = Math.min(LONGEST_BACK_OFF.toMillis(), 500L << Math.min(attempt, 6));
        return Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2));
    }
}
