package org.pokana.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.h2.mvstore.MVStore;
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

    static final String PASSWORD = "test";

    private static final String REAL = "POKANA_TEST_MONGODB_URI";

    private final Store store;
    private final MongoClient client;
    private final MongoTemplate mongo;

    /** Opens an empty store with the indexes that these document classes declare. */
    public static TestStore inMemory(Class<?>... documents) {
        return new TestStore(isReal() ? RealStore.at(System.getenv(REAL)) : new InMemory(), documents);
    }

    /** Opens the embedded store in this folder, whatever is in it; for tests of what is left after a restart. */
    public static TestStore onDisk(Path folder, Class<?>... documents) {
        return new TestStore(EmbeddedStore.open(folder, PASSWORD, Clock.systemUTC()), documents);
    }

    static boolean isReal() {
        String uri = System.getenv(REAL);
        return uri != null && !uri.isBlank();
    }

    /** On a real server each store is a new database; in a file it must be the same one after a restart. */
    TestStore(Store store, Class<?>... documents) {
        this.store = store;
        MongoClientSettings.Builder settings = MongoClientSettings.builder().applyConnectionString(store.uri());
        store.configure(settings);
        this.client = MongoClients.create(settings.build());
        String database = store instanceof RealStore ? "pokana_test_" + UUID.randomUUID() : "pokana";
        this.mongo = template(client, database, documents);
    }

    private static MongoTemplate template(MongoClient client, String database, Class<?>... documents) {
        var databases = new SimpleMongoClientDatabaseFactory(client, database);
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
        if (store instanceof RealStore) {
            mongo.getDb().drop();
        }
        client.close();
        store.close();
    }

    /** The embedded store without its file. */
    static final class InMemory implements Store {

        private final EmbeddedBackend backend;
        private final MongoServer server;

        InMemory() {
            this(new EmbeddedBackend(MVStore.open(null), new CommitGate(new NoDisk()), PASSWORD, Clock.systemUTC()));
        }

        InMemory(EmbeddedBackend backend) {
            this.backend = backend;
            this.server = new MongoServer(backend);
            server.bind(new InetSocketAddress("127.0.0.1", 0), 1, 8);
        }

        @Override
        public ConnectionString uri() {
            return new ConnectionString(server.getConnectionString() + "/pokana?appName=" + PASSWORD);
        }

        long examined() {
            return backend.examined();
        }

        @Override
        public void close() {
            server.shutdownNow();
        }
    }

    /** Acknowledges without writing anything. */
    static final class NoDisk implements CommitGate.Disk {

        @Override
        public boolean commit() {
            return false;
        }

        @Override
        public void sync() {}
    }
}
