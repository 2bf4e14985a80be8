package org.pokana.dialogue;

/** Everybody speaks English. */
class EnglishDialogueTests extends DialogueRules {

    EnglishDialogueTests() {
        super("en");
    }
}
