package org.pokana.store;

import java.nio.file.Path;
import java.time.Clock;
import org.pokana.kernel.Ids;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** Opens the store and hands it to Spring Data. What uses MongoDB depends on it, so it is closed after all of that. */
@Configuration(proxyBeanMethods = false)
class StoreSetup {

    @Bean
    Store store(StoreSettings settings, Ids ids, Clock clock) {
        return settings.isEmbedded()
                ? EmbeddedStore.open(Path.of(settings.data()), ids.next(), clock)
                : RealStore.at(settings.uri());
    }

    @Bean
    DataFolder dataFolder(StoreSettings settings) {
        return new DataFolder(Path.of(settings.data()));
    }

    @Bean
    MongoConnectionDetails storeConnection(Store store) {
        return store::uri;
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    MongoClientSettingsBuilderCustomizer storeClient(Store store) {
        return store::configure;
    }

    @Bean
    MongoCustomConversions storeConversions() {
        return StoreMapping.conversions();
    }

    @Bean
    MappingMongoConverter storeConverter(
            MongoDatabaseFactory databases, MongoMappingContext context, MongoCustomConversions conversions) {
        return StoreMapping.converter(databases, context, conversions);
    }

    @Bean
    InstanceId instanceId(Ids ids) {
        return new InstanceId(ids.next());
    }

    @Bean
    Leases leases(MongoOperations mongo, InstanceId me, Clock clock) {
        return new Leases(mongo, me, clock);
    }

    @Bean(initMethod = "run")
    SelfTest selfTest(MongoDatabaseFactory databases, InstanceId me) {
        return new SelfTest(databases.getMongoDatabase(), me);
    }

    @Bean
    HealthIndicator storeHealth(Store store) {
        return () -> {
            try {
                store.requireSound();
                return Health.up().build();
            } catch (StoreFailure e) {
                return Health.down(e).build();
            }
        };
    }
}
