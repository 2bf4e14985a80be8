package org.pokana.forum;

import java.time.Clock;
import org.pokana.messaging.ContentFile;
import org.pokana.messaging.MessagesSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Fills an empty store with the season in {@code forums.yaml}, so that there is something to try from the start. */
@Component
class SampleSeason implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(SampleSeason.class);

    private final Forums forums;
    private final ForumSettings settings;
    private final MessagesSettings messages;
    private final Clock clock;

    SampleSeason(Forums forums, ForumSettings settings, MessagesSettings messages, Clock clock) {
        this.forums = forums;
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!settings.sample()) {
            return;
        }
        var file = ContentFile.find("forums.yaml", messages.folder().orElse(null));
        var season = new ForumFile(clock.instant()).read(file);
        if (forums.none()) {
            season.forEach(forums::add);
            log.info("{} forums come from {}.", season.size(), file.name());
        }
    }
}
