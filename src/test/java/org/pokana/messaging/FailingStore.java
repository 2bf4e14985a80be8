package org.pokana.messaging;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoOperations;

/** A store that is away from time to time. */
final class FailingStore {

    final MongoOperations store;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean away;

    FailingStore(MongoOperations real) {
        store = (MongoOperations) Proxy.newProxyInstance(
                MongoOperations.class.getClassLoader(),
                new Class<?>[] {MongoOperations.class},
                (proxy, method, arguments) -> {
                    if (away) {
                        failures.incrementAndGet();
                        throw new DataAccessResourceFailureException("the store is away");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    void breaks() {
        away = true;
    }

    void heals() {
        away = false;
    }

    int failures() {
        return failures.get();
    }
}
