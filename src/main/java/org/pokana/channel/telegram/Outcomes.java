package org.pokana.channel.telegram;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.pokana.channel.telegram.Departure.NeverLeft;
import org.pokana.kernel.Address;
import org.pokana.messaging.Delivery;
import org.pokana.messaging.Delivery.Barred;
import org.pokana.messaging.Delivery.Closed;
import org.pokana.messaging.Delivery.Gone;
import org.pokana.messaging.Delivery.Moved;
import org.pokana.messaging.Delivery.NotSent;
import org.pokana.messaging.Delivery.Refused;
import org.pokana.messaging.Delivery.TooLarge;
import org.pokana.messaging.Delivery.TryLater;
import org.pokana.messaging.Delivery.Uncertain;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/** What the Bot API's errors mean for a message. Telegram rewords them now and then, so only their core is looked at. */
final class Outcomes {

    private static final Pattern SECONDS = Pattern.compile("retry after (\\d{1,9})");
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(5);
    private static final Set<String> NOBODY_THERE =
            Set.of("chat not found", "user not found", "peer_id_invalid", "user is deactivated");
    private static final Set<String> MAY_NOT_WRITE = Set.of(
            "not enough rights",
            "no rights to send",
            "no write access",
            "chat_write_forbidden",
            "need administrator rights",
            "topic_closed",
            "topic is closed");
    private static final Set<String> TOO_LARGE = Set.of("file is too big", "entity too large");

    private final String token;

    Outcomes(String token) {
        this.token = token;
    }

    Delivery of(TelegramApiException e) {
        if (e instanceof TelegramApiValidationException) {
            return new Refused(safe(e));
        }
        return code(e) > 0 ? refusal(code(e), description(e), e) : silence(e);
    }

    private Delivery refusal(int code, String description, TelegramApiException e) {
        var movedTo = movedTo(e);
        if (movedTo.isPresent()) {
            return new Moved(new Address(TelegramChannel.NAME, String.valueOf(movedTo.get())));
        }
        if (code >= 500) {
            return new Uncertain(safe(e));
        }
        return switch (code) {
            case 429 -> new TryLater(retryAfter(e));
            case 401 -> new Closed(safe(e));
            // a method it does not know is our mistake; anything else is the token's
            case 404 -> description.contains("method not found") ? new Refused(safe(e)) : new Closed(safe(e));
            case 413 -> new TooLarge(safe(e));
            default -> refusal(code == 403, description, safe(e));
        };
    }

    private static Delivery refusal(boolean forbidden, String description, String reason) {
        if (MAY_NOT_WRITE.stream().anyMatch(description::contains)) {
            return new Barred(reason);
        }
        if (TOO_LARGE.stream().anyMatch(description::contains)) {
            return new TooLarge(reason);
        }
        return forbidden || NOBODY_THERE.stream().anyMatch(description::contains)
                ? new Gone(reason)
                : new Refused(reason);
    }

    private Delivery silence(TelegramApiException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof NeverLeft) {
                return new NotSent("Telegram cannot be reached");
            }
        }
        return new Uncertain("Telegram gave no answer that can be read");
    }

    /** An edit that was made already, such as by a double tap. */
    static boolean changesNothing(TelegramApiException e) {
        return description(e).contains("message is not modified");
    }

    static boolean rejectsEntities(TelegramApiException e) {
        return code(e) == 400
                && (description(e).contains("can't parse entities")
                        || description(e).contains("entity"));
    }

    /** What is to be taken back is gone already. */
    static boolean isGone(TelegramApiException e) {
        return description(e).contains("message to delete not found");
    }

    /** A file id that is no longer, or never was, one of ours. */
    static boolean rejectsFile(TelegramApiException e) {
        return code(e) == 400
                && description(e).contains("file")
                && !description(e).contains("too big");
    }

    /** Whether somebody answered who would take our messages. */
    static boolean isAnswer(TelegramApiException e) {
        return code(e) > 0 && code(e) < 500 && code(e) != 401 && code(e) != 404;
    }

    /** The Bot API's error code; zero without one. */
    static int code(TelegramApiException e) {
        return e instanceof TelegramApiRequestException answered && answered.getErrorCode() != null
                ? answered.getErrorCode()
                : 0;
    }

    static String description(TelegramApiException e) {
        return e instanceof TelegramApiRequestException answered && answered.getApiResponse() != null
                ? answered.getApiResponse().toLowerCase(Locale.ROOT)
                : "";
    }

    static Duration retryAfter(TelegramApiException e) {
        var stated = e instanceof TelegramApiRequestException answered
                ? Optional.ofNullable(answered.getParameters()).map(ResponseParameters::getRetryAfter)
                : Optional.<Integer>empty();
        if (stated.isPresent()) {
            return Duration.ofSeconds(stated.get());
        }
        var worded = SECONDS.matcher(description(e));
        return worded.find() ? Duration.ofSeconds(Long.parseLong(worded.group(1))) : USUAL_PAUSE;
    }

    /** Where a group went that grew into a supergroup. */
    private static Optional<Long> movedTo(TelegramApiException e) {
        return e instanceof TelegramApiRequestException answered
                ? Optional.ofNullable(answered.getParameters()).map(ResponseParameters::getMigrateToChatId)
                : Optional.empty();
    }

    /** What Telegram said, fit for a log. */
    String safe(TelegramApiException e) {
        var said = e instanceof TelegramApiRequestException answered && answered.getApiResponse() != null
                ? answered.getApiResponse()
                : e.getClass().getSimpleName();
        return said.replace(token, "<token>");
    }
}
