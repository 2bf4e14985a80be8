package org.pokana.channel.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How far a bot's updates were followed. Their numbers rise, but after a quiet week they start again anywhere, so a
 * number alone names nothing: it belongs to an epoch, and a lower number that is no repetition begins a new one.
 *
 * @param recent the numbers last stored: what Telegram may send again because we did not live to confirm it
 */
@Document("telegramPollers")
record Track(@Id String bot, int epoch, long last, List<Long> recent, Instant at) {

    private static final int MOST_RECENT = 200;

    /** Telegram keeps updates for a day; nothing older can be a repetition. */
    private static final Duration REPEATABLE = Duration.ofDays(2);

    static Track start(String bot, Instant now) {
        return new Track(bot, 0, 0, List.of(), now);
    }

    Track after(long number, Instant now) {
        if (number > last) {
            return new Track(bot, epoch, number, latest(number), now);
        }
        if (recent.contains(number) && !isQuiet(now)) {
            return this;
        }
        return new Track(bot, epoch + 1, number, List.of(number), now);
    }

    /**
     * As {@link #after}, for a webhook: there updates may overtake each other, so a lower number means a new epoch only
     * when all was quiet for longer than anything can be repeated.
     */
    Track afterInAnyOrder(long number, Instant now) {
        boolean again = number <= last && !isQuiet(now);
        if (again) {
            return new Track(bot, epoch, last, recent, now);
        }
        return number > last
                ? new Track(bot, epoch, number, latest(number), now)
                : new Track(bot, epoch + 1, number, List.of(number), now);
    }

    /** Whether nothing came for so long that nothing can come again. */
    boolean isQuiet(Instant now) {
        return !now.isBefore(at.plus(REPEATABLE));
    }

    private List<Long> latest(long number) {
        var latest = new ArrayList<>(recent.subList(Math.max(0, recent.size() - MOST_RECENT + 1), recent.size()));
        latest.add(number);
        return List.copyOf(latest);
    }

    /** The natural id of an update, once {@link #after} has followed it. */
    String id(long number) {
        return TelegramChannel.NAME + ":" + bot + ":" + epoch + ":" + number;
    }
}
