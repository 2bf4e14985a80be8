package org.pokana.channel.telegram;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails each test in which a call broke the specification of the Bot API, whether or not its author thought of that.
 * Registered for all tests by {@code junit-platform.properties}.
 */
public final class EveryCallIsValid implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext test) {
        var breaches = Violations.takeAllUnforgiven();
        if (!breaches.isEmpty()) {
            throw new AssertionError("calls that break the specification of the Bot API: " + breaches);
        }
    }
}
