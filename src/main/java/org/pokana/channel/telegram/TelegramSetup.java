package org.pokana.channel.telegram;

import java.time.Clock;
import org.pokana.channel.telegram.TelegramSetup.WithToken;
import org.pokana.messaging.Entrance;
import org.pokana.messaging.Inbox;
import org.pokana.messaging.Insiders;
import org.pokana.messaging.KeptFiles;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Menu;
import org.pokana.messaging.Pulse;
import org.pokana.messaging.Words;
import org.pokana.store.Leases;
import org.pokana.store.Upkeep;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.util.StringUtils;

/** Puts the Telegram channel together, if there is a token for it. */
@Configuration(proxyBeanMethods = false)
@Conditional(WithToken.class)
class TelegramSetup {

    static class WithToken implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(context.getEnvironment().getProperty("pokana.telegram.token"));
        }
    }

    static final class Polling extends WithToken {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return super.matches(context, metadata) && !isWebhook(context);
        }
    }

    static final class Webhook extends WithToken {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return super.matches(context, metadata) && isWebhook(context);
        }
    }

    private static boolean isWebhook(ConditionContext context) {
        var mode = context.getEnvironment().getProperty("pokana.telegram.mode", "");
        return mode.strip().equalsIgnoreCase("webhook");
    }

    @Bean
    TelegramConnections telegramConnections(TelegramSettings settings) {
        return new TelegramConnections(settings);
    }

    @Bean
    SentFiles telegramFiles(MongoOperations store, TelegramSettings settings, Clock clock) {
        return new SentFiles(store, settings.bot(), clock);
    }

    @Bean
    TelegramChannel telegramChannel(
            TelegramConnections connections, SentFiles files, KeptFiles kept, TelegramSettings settings) {
        return TelegramChannel.of(connections, files, kept, settings);
    }

    @Bean
    Hearing telegramHealthIndicator(Clock clock) {
        return new Hearing(clock);
    }

    @Bean
    Shopfront telegramShopfront(TelegramConnections connections, Words words, Menu menu) {
        return new Shopfront(connections.of(Lane.REPLY), words, menu);
    }

    @Bean
    Opening telegramOpening(Shopfront shopfront, Insiders insiders, MongoOperations store, TelegramSettings settings) {
        return new Opening(shopfront, new OrganizerMenus(insiders, shopfront, store, settings.bot()));
    }

    @Bean
    Tracks telegramTracks(MongoOperations store, Clock clock) {
        return new Tracks(store, clock);
    }

    @Bean
    Pulse telegramPulse(Hearing hearing, Tracks tracks, TelegramSettings settings) {
        return new TelegramPulse(hearing, tracks, settings);
    }

    @Bean
    Taps telegramTaps(TelegramConnections connections) {
        return new Taps(connections.of(Lane.REPLY));
    }

    @Bean
    Me telegramMe(TelegramSettings settings) {
        return new Me(settings.bot());
    }

    @Bean
    Entrance telegramEntrance(Me me) {
        return new TelegramEntrance(me);
    }

    @Bean
    Updates telegramUpdates(Clock clock, Me me) {
        return new Updates(clock, me);
    }

    @Bean
    @Conditional(Polling.class)
    TelegramPoller telegramPoller(
            TelegramConnections connections,
            TelegramSettings settings,
            Me me,
            Opening opening,
            Reception reception,
            Hearing hearing,
            Leases leases,
            Upkeep upkeep) {
        return new TelegramPoller(
                connections,
                new Introduction(connections.polls(), me, settings.takeOver(), opening::soon),
                new PollingRight(leases, settings.bot(), upkeep.servesOneInstance()),
                reception,
                hearing,
                settings.longPoll(),
                duration -> Thread.sleep(duration.toMillis()));
    }

    @Bean
    @Conditional(Polling.class)
    Reception telegramReception(
            TelegramSettings settings, Tracks tracks, Taps taps, Updates updates, Inbox inbox, Clock clock) {
        return new Reception(settings.bot(), tracks, taps, updates, inbox::receive, clock);
    }

    @Bean
    @Conditional(Webhook.class)
    WebhookKeeper telegramWebhookKeeper(
            TelegramConnections connections,
            TelegramSettings settings,
            @Value("${pokana.public-url}") String publicUrl,
            Me me,
            Opening opening,
            Hearing hearing) {
        settings.checkWebhookAddress(publicUrl);
        return new WebhookKeeper(
                connections.polls(),
                WebhookAddress.of(settings, publicUrl),
                settings.secret(),
                me,
                opening::soon,
                hearing);
    }

    @Bean
    @Conditional(Webhook.class)
    WebhookReception telegramWebhookReception(
            TelegramSettings settings, Tracks tracks, Taps taps, Updates updates, Inbox inbox, Clock clock) {
        return new WebhookReception(settings.bot(), tracks, taps, updates, inbox::receive, clock);
    }
}
