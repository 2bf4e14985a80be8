package org.pokana.kernel;

import static org.pokana.kernel.Phrase.phrase;

/**
 * One way to answer or to go on.
 *
 * @param pick what comes back when it is chosen; never shown, never translated. One that begins with a slash is a
 *     command and works whenever it is pressed; any other answers the question it was offered with
 */
public record Choice(String pick, Phrase label, Tone tone) {

    /** How a button is meant; channels that can, show it. */
    public enum Tone {
        PLAIN,
        GOOD,
        DANGER,
        /** Leads back or away rather than on; kept apart from the answers. The first is where a typed „back“ leads. */
        AWAY
    }

    public Choice(String pick, Phrase label) {
        this(pick, label, Tone.PLAIN);
    }

    /** Opens a flow, labelled by the flow's own {@code <flow>.button} phrase. */
    public static Choice to(String flow, String... opening) {
        return new Choice(command(flow, opening), phrase(flow + ".button"));
    }

    /** Opens a flow under a label of its own. */
    public static Choice to(Phrase label, String flow, String... opening) {
        return new Choice(command(flow, opening), label);
    }

    public Choice as(Tone other) {
        return new Choice(pick, label, other);
    }

    private static String command(String flow, String... opening) {
        return opening.length == 0 ? "/" + flow : "/" + flow + " " + String.join(" ", opening);
    }
}
