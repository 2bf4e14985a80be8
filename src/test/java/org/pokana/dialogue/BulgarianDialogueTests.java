package org.pokana.dialogue;

/** Everybody speaks Bulgarian. */
class BulgarianDialogueTests extends DialogueRules {

    BulgarianDialogueTests() {
        super("bg");
    }
}
