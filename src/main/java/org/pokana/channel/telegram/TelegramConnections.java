package org.pokana.channel.telegram;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.pokana.messaging.Lane;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Separate ways to the Bot API, so that replies wait neither for an announcement nor for the hanging poll nor for a large
 * file.
 */
final class TelegramConnections implements AutoCloseable {

    private static final Duration CALL = Duration.ofSeconds(20);

    /** How much longer than promised Telegram may take to answer a poll. */
    private static final Duration POLL_MARGIN = Duration.ofSeconds(7);

    private final OkHttpClient replyHttp;
    private final OkHttpClient bulkHttp;
    private final OkHttpClient pollHttp;
    private final OkHttpClient fileHttp;
    private final TelegramClient replies;
    private final TelegramClient bulk;
    private final TelegramClient polls;

    TelegramConnections(TelegramSettings settings) {
        replyHttp = sending(http("telegram-reply", 64, CALL));
        bulkHttp = sending(http("telegram-bulk", 32, CALL));
        pollHttp = http("telegram-poll", 2, settings.longPoll().plus(POLL_MARGIN));
        fileHttp = http("telegram-file", 4, CALL);
        replies = new OkHttpTelegramClient(replyHttp, settings.token(), settings.url());
        bulk = new OkHttpTelegramClient(bulkHttp, settings.token(), settings.url());
        polls = new OkHttpTelegramClient(pollHttp, settings.token(), settings.url());
    }

    private static OkHttpClient http(String name, int most, Duration call) {
        var dispatcher = new Dispatcher(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        }));
        dispatcher.setMaxRequests(most);
        dispatcher.setMaxRequestsPerHost(most);
        return Departure.watch(new OkHttpClient.Builder())
                .dispatcher(dispatcher)
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(call)
                .writeTimeout(call)
                .callTimeout(call)
                .retryOnConnectionFailure(false) // it would send a message a second time
                .followRedirects(false)
                .build();
    }

    private static OkHttpClient sending(OkHttpClient http) {
        return http.newBuilder().addInterceptor(new Essence()).build();
    }

    TelegramClient of(Lane lane) {
        return lane == Lane.REPLY ? replies : bulk;
    }

    OkHttpClient files() {
        return fileHttp;
    }

    TelegramClient polls() {
        return polls;
    }

    /** Breaks off the poll that hangs, if one does. */
    void breakOffPoll() {
        pollHttp.dispatcher().cancelAll();
    }

    @Override
    public void close() {
        for (OkHttpClient http : List.of(pollHttp, fileHttp, bulkHttp, replyHttp)) {
            http.dispatcher().cancelAll();
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }
}
