package org.pokana;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.pokana.organizer.Watchdog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the watchdog look every twenty seconds, by a clock of its own: it also watches the one that ticks the rest. */
@Component
class Guard implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Guard.class);
    private static final int SECONDS = 20;

    private final Watchdog watchdog;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "watchdog");
        thread.setDaemon(true);
        return thread;
    });

    Guard(Watchdog watchdog) {
        this.watchdog = watchdog;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        timer.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            watchdog.look();
        } catch (RuntimeException e) { // the next look may succeed
            log.warn("the watchdog could not look: {}", e.toString());
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
