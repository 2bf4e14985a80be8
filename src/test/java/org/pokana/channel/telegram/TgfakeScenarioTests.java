package org.pokana.channel.telegram;

import org.junit.jupiter.api.Tag;

/** On tgfake, which others wrote from what they know of Telegram. */
@Tag("tgfake")
class TgfakeScenarioTests extends TelegramScenarios {

    @Override
    ScenarioServer server() {
        return new TgfakeServer();
    }
}
