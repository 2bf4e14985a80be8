package org.pokana.kernel;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks again and again on a thread of its own, so many seconds after it last did, while it is open. */
public final class Lookout implements AutoCloseable {

    private final String name;
    private final long seconds;
    private final Runnable look;
    private volatile @Nullable ScheduledExecutorService timer;

    /** @param look sees to its own trouble: after one that throws there is none */
    public Lookout(String name, long seconds, Runnable look) {
        this.name = name;
        this.seconds = seconds;
        this.look = look;
    }

    public void open() {
        var opened = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        opened.scheduleWithFixedDelay(look, seconds, seconds, TimeUnit.SECONDS);
        timer = opened;
    }

    @Override
    public void close() {
        var open = timer;
        timer = null;
        if (open != null) {
            open.shutdownNow();
        }
    }

    public boolean isOpen() {
        return timer != null;
    }
}
