package org.pokana.channel.telegram;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Tells Telegram where to deliver, and looks every minute whether it still does: any program with the token can undo it. */
final class WebhookKeeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WebhookKeeper.class);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    private final TelegramClient telegram;
    private final String address;
    private final String secret;
    private final Me self;
    private final Runnable afterwards;
    private final Hearing hearing;
    private boolean set;
    private @Nullable ScheduledExecutorService timer;

    /** @param afterwards done once, when Telegram has accepted the webhook */
    WebhookKeeper(
            TelegramClient telegram, String address, String secret, Me self, Runnable afterwards, Hearing hearing) {
        this.telegram = telegram;
        this.address = address;
        this.secret = secret;
        this.self = self;
        this.afterwards = afterwards;
        this.hearing = hearing;
    }

    @Override
    public synchronized void start() {
        var started = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "telegram-webhook");
            thread.setDaemon(true);
            return thread;
        });
        started.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toSeconds(), TimeUnit.SECONDS);
        timer = started;
    }

    /** Never throws: the schedule would end with it. */
    void look() {
        try {
            // Telegram does not tell the secret, which may have changed: so it is set anew at each start.
            boolean lost =
                    !address.equals(telegram.execute(new GetWebhookInfo()).getUrl());
            if (!set || lost) {
                telegram.execute(webhook());
                log.info("Telegram delivers to our webhook{}.", set ? " again; somebody had changed that" : "");
            }
            if (!set) {
                self.isCalled(telegram.execute(new GetMe()).getUserName());
                set = true;
                afterwards.run();
            }
            hearing.good();
        } catch (TelegramApiException e) {
            hearing.bad(Trouble.of(e, 0).sentence());
        } catch (Throwable e) {
            log.error("looking after the webhook failed", e);
        }
    }

    private SetWebhook webhook() {
        return SetWebhook.builder()
                .url(address)
                .secretToken(secret)
                .allowedUpdates(FetchUpdates.KINDS)
                .maxConnections(40)
                .build();
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
