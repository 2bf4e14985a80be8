package org.pokana.messaging;

import jakarta.annotation.PreDestroy;
import org.pokana.settings.Settings;
import org.springframework.stereotype.Component;

/** Has the quiet hours follow what the owner sets at the desk, as long as the service runs. */
@Component
class NightKeeper {

    private final Runnable end;

    NightKeeper(Settings settings) {
        end = QuietHours.keep(() -> {
            var chosen = settings.get();
            return QuietHours.Night.read(chosen.evening(), chosen.morning()).orElse(QuietHours.USUAL);
        });
    }

    @PreDestroy
    void leave() {
        end.run();
    }
}
