package org.pokana.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** A MongoDB server or cluster run by somebody else; a write counts when a majority has it in its journal. */
final class RealStore implements Store {

    private static final int TIMEOUT_SECONDS = 5;

    private final ConnectionString uri;

    private RealStore(ConnectionString uri) {
        this.uri = uri;
    }

    /** Asks the server once, so that a wrong address stops the start with one sentence. */
    static RealStore at(String address) {
        RealStore store = new RealStore(parsed(address));
        MongoClientSettings.Builder settings = MongoClientSettings.builder().applyConnectionString(store.uri);
        store.configure(settings);
        try (MongoClient client = MongoClients.create(settings.build())) {
            client.getDatabase(store.database()).runCommand(new Document("ping", 1));
            return store;
        } catch (MongoSecurityException e) {
            throw StoreFailure.notAdmitted(store.uri.getHosts(), e);
        } catch (MongoException e) {
            throw StoreFailure.unreachable(store.uri.getHosts(), TIMEOUT_SECONDS, e);
        }
    }

    private static ConnectionString parsed(String address) {
        try {
            ConnectionString uri = new ConnectionString(address);
            return uri.getDatabase() != null ? uri : new ConnectionString(withDatabase(address));
        } catch (IllegalArgumentException | MongoException e) {
            throw StoreFailure.malformedUri(e);
        }
    }

    private static String withDatabase(String address) {
        String options = address.contains("?") ? address.substring(address.indexOf('?')) : "";
        String hosts = address.substring(0, address.length() - options.length());
        return (hosts.endsWith("/") ? hosts : hosts + "/") + "pokana" + options;
    }

    private String database() {
        return String.valueOf(uri.getDatabase());
    }

    @Override
    public ConnectionString uri() {
        return uri;
    }

    @Override
    public void configure(MongoClientSettings.Builder client) {
        Store.super.configure(client);
        client.writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .retryWrites(true)
                .retryReads(true)
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS));
    }
}
