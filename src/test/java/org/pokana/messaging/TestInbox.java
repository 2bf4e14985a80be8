package org.pokana.messaging;

import java.time.Clock;
import java.util.concurrent.Executors;
import org.springframework.data.mongodb.core.MongoOperations;

/** An inbox for tests of channels; what it receives is heard before {@code receive} returns. */
public final class TestInbox {

    private TestInbox() {}

    public static Inbox heardBy(Ear ear, MongoOperations store, Clock clock) {
        var timer = Executors.newSingleThreadScheduledExecutor(Threads.named("test-inbox"));
        return new Inbox(store, clock, "test", new OneAtATime(Runnable::run, timer), ear);
    }
}
