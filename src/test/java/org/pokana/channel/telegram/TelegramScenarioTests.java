package org.pokana.channel.telegram;

/** On our own stand-in. */
class TelegramScenarioTests extends TelegramScenarios {

    @Override
    ScenarioServer server() {
        return new StandInServer();
    }
}
