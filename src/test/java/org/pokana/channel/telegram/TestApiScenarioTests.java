package org.pokana.channel.telegram;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On telegram-test-api, which others wrote for their own bots; what it cannot do is not played there. */
@Tag("telegram-test-api")
class TestApiScenarioTests extends TelegramScenarios {

    private static final String NO_FILES = "it has neither sendVenue nor sendDocument";
    private static final String NO_REFUSALS = "it refuses nothing";

    @Override
    ScenarioServer server() {
        return new TestApiServer();
    }

    @Test
    @Disabled(NO_FILES)
    @Override
    void sendsTheWayThereToWhoeverRegistered() {}

    @Test
    @Disabled(NO_FILES)
    @Override
    void uploadsTheCalendarEntryOnceForAll() {}

    @Test
    @Disabled("it takes an edit that changes nothing for one that does")
    @Override
    void mindsNoTapThatChangesNothing() {}

    @Test
    @Disabled(NO_REFUSALS)
    @Override
    void waitsAsLongAsTelegramAsks() {}

    @Test
    @Disabled(NO_REFUSALS)
    @Override
    void leavesInPeaceWhoeverBlocksItUntilTheyWriteAgain() {}

    @Test
    @Disabled(NO_REFUSALS)
    @Override
    void answersAllTheSameWhenTelegramStumbles() {}

    @Test
    @Disabled("it has neither commands nor descriptions of a bot")
    @Override
    void showsWhatItIsBeforeAnybodyWrites() {}
}
