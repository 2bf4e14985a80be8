package org.pokana.channel.telegram;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.pokana.messaging.Fetched;
import org.pokana.messaging.Fetched.Away;
import org.pokana.messaging.Fetched.Here;
import org.pokana.messaging.Fetched.TooBig;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Fetches what people sent to the bot. */
final class Downloads {

    private static final Pattern PATH = Pattern.compile("[\\w.-]+(/[\\w.-]+){0,5}");

    private final TelegramClient telegram;
    private final OkHttpClient http;
    private final TelegramSettings settings;
    private final Outcomes outcomes;

    Downloads(TelegramClient telegram, OkHttpClient http, TelegramSettings settings, Outcomes outcomes) {
        this.telegram = telegram;
        this.http = http;
        this.settings = settings;
        this.outcomes = outcomes;
    }

    /** What a file is known by beyond one bot: ids are good for the bot they were given to, and no other. */
    static String reference(String bot, String fileId) {
        return bot + ":" + fileId;
    }

    /** The id in a reference of this bot's; empty in another's. */
    static Optional<String> fileId(String reference, String bot) {
        return reference.startsWith(bot + ":") ? Optional.of(reference.substring(bot.length() + 1)) : Optional.empty();
    }

    Fetched fetch(String reference, long most) {
        var id = fileId(reference, settings.bot());
        if (id.isEmpty()) {
            return new Away("it was sent to another bot");
        }
        try {
            var file = telegram.execute(GetFile.builder().fileId(id.get()).build());
            if (file.getFileSize() != null && file.getFileSize() > most) {
                return new TooBig();
            }
            var path = file.getFilePath();
            return path == null || !PATH.matcher(path).matches() || path.contains("..")
                    ? new Away("Telegram named no path")
                    : download(path, most);
        } catch (TelegramApiException e) {
            return Outcomes.description(e).contains("too big") ? new TooBig() : new Away(outcomes.safe(e));
        }
    }

    /** The address holds the token, so nothing of what goes wrong is told but its kind. */
    private Fetched download(String path, long most) {
        var request = new Request.Builder().url(settings.file(path)).build();
        try (var answer = http.newCall(request).execute()) {
            var body = answer.body();
            if (!answer.isSuccessful() || body == null) {
                return new Away("Telegram answered " + answer.code());
            }
            if (body.contentLength() > most) {
                return new TooBig();
            }
            var bytes = body.byteStream().readNBytes((int) most + 1);
            return bytes.length > most ? new TooBig() : new Here(bytes);
        } catch (IOException e) {
            return new Away(e.getClass().getSimpleName());
        }
    }
}
