package org.pokana.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers MongoDB's commands from the data file, to those who know the password. */
class EmbeddedBackend extends AbstractMongoBackend {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedBackend.class);

    private static final Set<String> GREETINGS = Set.of("hello", "ismaster");
    private static final Set<String> CHANGES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropindexes",
            "dropdatabase");

    private final MVStore store;
    private final DataMaps maps;
    private final CommitGate gate;
    private final String password;
    private final Set<Channel> admitted = ConcurrentHashMap.newKeySet();
    private final LongAdder examined = new LongAdder();

    EmbeddedBackend(MVStore store, CommitGate gate, String password, Clock clock) {
        super(clock);
        this.store = store;
        this.maps = new DataMaps(store);
        this.gate = gate;
        this.password = password;
        maps.databases().forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new EmbeddedDatabase(name, getCursorRegistry(), maps, examined);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        if (GREETINGS.contains(name)) {
            return greet(channel, database, query);
        }
        if (!admitted.contains(channel)) {
            throw new MongoServerError(13, "Unauthorized", "this store belongs to the process that started it");
        }
        return told(name, () -> {
            Supplier<Document> answer = () -> super.handleCommand(channel, database, command, query);
            if (!isChange(name, query)) {
                return reading(answer);
            }
            beforeChange();
            return gate.change(answer);
        });
    }

    /** May refuse a change before anything is touched. */
    void beforeChange() {}

    /**
     * The library knows no users, and anybody on the machine can reach a local port; so the password travels as the
     * name of the application, which the driver sends first on every connection.
     */
    private Document greet(Channel channel, String database, Document query) {
        if (query.get("client") instanceof Document client
                && client.get("application") instanceof Document application
                && password.equals(application.get("name"))) {
            admitted.add(channel);
        }
        Document greeting = super.handleCommand(channel, database, "ismaster", query);
        greeting.put("isWritablePrimary", true);
        return greeting;
    }

    private static boolean isChange(String command, Document query) {
        if (!command.equals("aggregate")) {
            return CHANGES.contains(command);
        }
        return query.get("pipeline") instanceof List<?> stages
                && !stages.isEmpty()
                && stages.get(stages.size() - 1) instanceof Document last
                && (last.containsKey("$out") || last.containsKey("$merge"));
    }

    /** Holds on to the version being read, whose place in the file would else be reused. */
    private Document reading(Supplier<Document> answer) {
        gate.requireSound();
        MVStore.TxCounter version = store.registerVersionUsage();
        try {
            return answer.get();
        } finally {
            store.deregisterVersionUsage(version);
        }
    }

    private static Document told(String command, Supplier<Document> answer) {
        try {
            return answer.get();
        } catch (MongoServerException e) {
            throw e;
        } catch (StoreFailure e) {
            log.error("{} {}", e.getMessage(), e.action());
            throw new MongoServerError(14031, "OutOfDiskSpace", String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // Without its message, which may quote the document.
            log.error(
                    "The embedded store failed at {}: {} {}",
                    command,
                    e.getClass().getName(),
                    e.getStackTrace()[0]);
            throw e;
        }
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        throw new MongoServerError(352, "UnsupportedOpQueryCommand", "this way of asking was removed in MongoDB 6");
    }

    @Override
    public void handleClose(@Nullable Channel channel) {
        if (channel != null) {
            admitted.remove(channel);
            super.handleClose(channel);
        }
    }

    /** How many documents were read in answering so far. */
    long examined() {
        return examined.sum();
    }
}
