package org.pokana.helpdesk;

import org.pokana.contact.Responsible;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Tells the operator at the start when people have nobody to turn to. */
@Component
class Unreachable implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(Unreachable.class);

    private final Responsible responsible;

    Unreachable(Responsible responsible) {
        this.responsible = responsible;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (responsible.reach().isEmpty()) {
            log.warn("POKANA_CONTACT is not set: people who look for a person can only ask in the chat,"
                    + " where their questions wait until somebody organizes.");
        }
    }
}
