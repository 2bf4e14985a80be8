package org.pokana.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.util.Set;
import java.util.UUID;
import org.bson.UuidRepresentation;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/**
 * A store for tests, mapped and indexed as in production; in memory, or on the server that
 * {@code POKANA_TEST_MONGODB_URI} names.
 *
 * <pre>{@code
 * private final TestStore store = TestStore.inMemory(Forum.class, Registration.class);
 *
 * @AfterEach
 * void closeStore() {
 *     store.close();
 * }
 * }</pre>
 */
public final class TestStore implements AutoCloseable {

    private static final String REAL = "POKANA_TEST_MONGODB_URI";

    private final @Nullable MongoServer server;
    private final MongoClient client;
    private final MongoTemplate mongo;

    /** Opens an empty store with the indexes that these document classes declare. */
    public static TestStore inMemory(Class<?>... documents) {
        String real = System.getenv(REAL);
        if (real != null && !real.isBlank()) {
            return new TestStore(null, real, documents);
        }
        MongoServer server = new MongoServer(H2Backend.inMemory());
        return new TestStore(server, server.bindAndGetConnectionString(), documents);
    }

    private TestStore(@Nullable MongoServer server, String uri, Class<?>... documents) {
        this.server = server;
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
        this.mongo = template(client, documents);
    }

    private static MongoTemplate template(MongoClient client, Class<?>... documents) {
        var databases = new SimpleMongoClientDatabaseFactory(
                client, "test_" + UUID.randomUUID().toString().substring(0, 8));
        MongoCustomConversions conversions = StoreMapping.conversions();
        MongoMappingContext context = new MongoMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        context.setAutoIndexCreation(true);
        context.setInitialEntitySet(Set.of(documents));
        context.afterPropertiesSet();
        MappingMongoConverter converter = StoreMapping.converter(databases, context, conversions);
        converter.afterPropertiesSet();
        return new MongoTemplate(databases, converter);
    }

    /** The same operations that production code is given. */
    public MongoTemplate mongo() {
        return mongo;
    }

    @Override
    public void close() {
        mongo.getDb().drop();
        client.close();
        if (server != null) {
            server.shutdownNow();
        }
    }
}
