package org.pokana;

import org.pokana.kernel.Lookout;
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
    private final Lookout lookout = new Lookout("watchdog", SECONDS, this::look);

    Guard(Watchdog watchdog) {
        this.watchdog = watchdog;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        lookout.open();
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
        lookout.close();
    }
}
