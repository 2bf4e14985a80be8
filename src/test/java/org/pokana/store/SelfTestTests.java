package org.pokana.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The control is {@link StoreContract#passesTheSelfTest}: whole stores pass. */
class SelfTestTests {

    @ParameterizedTest
    @CsvSource({
        "NO_FIND_AND_MODIFY, findAndModify under a condition",
        "NO_UNIQUE_INDEX, a unique index",
        "NO_ADD_TO_SET, '$pull, $addToSet and $unset'",
        "NO_ARRAY_GUARD, guarding the length of an array while pushing to it",
        "NO_SORT, sort and limit"
    })
    void refusesAServerThatLacksAnOperationAndNamesIt(Lacking lacking, String operation) {
        try (TestStore store = new TestStore(new TestStore.InMemory(lacking.backend()))) {
            SelfTest selfTest = new SelfTest(store.mongo().getDb(), new InstanceId("a"));

            assertThatThrownBy(selfTest::run)
                    .isInstanceOf(StoreFailure.class)
                    .hasMessage("The MongoDB server does not do this as Pokana needs it: %s.", operation);
        }
    }

    enum Lacking {
        NO_FIND_AND_MODIFY {
            @Override
            void change(String command, Document query) {
                if (command.equals("findAndModify")) {
                    throw new NoSuchCommandException(command);
                }
            }
        },
        NO_UNIQUE_INDEX {
            @Override
            void change(String command, Document query) {
                if (query.get("indexes") instanceof List<?> indexes) {
                    indexes.forEach(index -> ((Document) index).remove("unique"));
                }
            }
        },
        NO_ADD_TO_SET {
            @Override
            void change(String command, Document query) {
                updates(query, "u").forEach(update -> {
                    Object added = update.remove("$addToSet");
                    if (added != null) {
                        update.put("$push", added);
                    }
                });
            }
        },
        NO_ARRAY_GUARD {
            @Override
            void change(String command, Document query) {
                updates(query, "q").forEach(filter -> filter.remove("seats.1"));
                updates(query, "q").forEach(filter -> {
                    if (filter.get("$and") instanceof List<?> all) {
                        all.forEach(each -> ((Map<?, ?>) each).remove("seats.1"));
                    }
                });
            }
        },
        NO_SORT {
            @Override
            void change(String command, Document query) {
                if (command.equals("find") && query.containsKey("limit")) {
                    query.remove("sort");
                }
            }
        };

        abstract void change(String command, Document query);

        static List<Document> updates(Document query, String part) {
            return query.get("updates") instanceof List<?> updates
                    ? updates.stream()
                            .map(each -> (Document) ((Document) each).get(part))
                            .toList()
                    : List.of();
        }

        EmbeddedBackend backend() {
            CommitGate gate = new CommitGate(new TestStore.NoDisk());
            return new EmbeddedBackend(MVStore.open(null), gate, TestStore.PASSWORD, Clock.systemUTC()) {
                @Override
                public Document handleCommand(Channel channel, String database, String command, Document query) {
                    change(command, query);
                    return super.handleCommand(channel, database, command, query);
                }
            };
        }
    }
}
