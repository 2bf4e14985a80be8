package org.pokana.dialogue;

import org.pokana.kernel.Choice.Tone;
import org.pokana.messaging.Content.Button;

/**
 * One thing somebody does: writes, or presses the button at this place of the screen.
 *
 * @param place among all buttons of the screen; negative when something is written
 * @param pick of the button; as long as there is one at this place, another may stand there for somebody else
 */
record Step(String words, int place, String pick, Tone tone) {

    private static final int SHOWN = -2;

    static Step saying(String words) {
        return new Step(words, -1, "", Tone.PLAIN);
    }

    /** Sends a photo with these words under it. */
    static Step showing(String words) {
        return new Step(words, SHOWN, "", Tone.PLAIN);
    }

    static Step pressing(Button button, int place) {
        return new Step(button.label(), place, button.pick(), button.tone());
    }

    boolean isSaid() {
        return place < 0;
    }

    boolean isShown() {
        return place == SHOWN;
    }

    @Override
    public String toString() {
        return isShown() ? "a photo: " + words : isSaid() ? words : "[" + words + "]";
    }
}
