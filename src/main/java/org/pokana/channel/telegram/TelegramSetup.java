package org.pokana.channel.telegram;

import java.time.Clock;
import org.pokana.channel.telegram.TelegramSetup.WithToken;
import org.pokana.messaging.Inbox;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Menu;
import org.pokana.messaging.Words;
import org.pokana.store.Leases;
import org.pokana.store.Upkeep;
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

    static final class WithToken implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(context.getEnvironment().getProperty("pokana.telegram.token"));
        }
    }

    @Bean
    TelegramConnections telegramConnections(TelegramSettings settings) {
        return new TelegramConnections(settings);
    }

    @Bean
    TelegramChannel telegramChannel(TelegramConnections connections, TelegramSettings settings) {
        return new TelegramChannel(connections, new Outcomes(settings.token()));
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
    Reception telegramReception(
            TelegramConnections connections,
            TelegramSettings settings,
            MongoOperations store,
            Inbox inbox,
            Clock clock) {
        return new Reception(
                settings.bot(),
                new Tracks(store, clock),
                new Taps(connections.of(Lane.REPLY)),
                new Updates(clock),
                inbox::receive,
                clock);
    }

    @Bean
    TelegramPoller telegramPoller(
            TelegramConnections connections,
            TelegramSettings settings,
            Shopfront shopfront,
            Reception reception,
            Hearing hearing,
            Leases leases,
            Upkeep upkeep) {
        return new TelegramPoller(
                connections,
                new Introduction(connections.polls(), settings.takeOver(), shopfront::dressSoon),
                new PollingRight(leases, settings.bot(), upkeep.servesOneInstance()),
                reception,
                hearing,
                settings.longPoll(),
                duration -> Thread.sleep(duration.toMillis()));
    }
}
