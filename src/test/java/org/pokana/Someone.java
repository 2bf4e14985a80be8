package org.pokana;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.pokana.channel.telegram.FakePerson;

/** Somebody who talks to the whole service, whichever way it is, and counts what it took. */
public abstract class Someone {

    private int taps;
    private int lines;

    /** Opens the link of an invitation. */
    public abstract void starts(String payload);

    protected abstract void types(String words);

    protected abstract void presses(String label);

    /** Waits for a new or newly changed message with all these words or labels in it. */
    public abstract void waitsFor(String... words);

    /** The end of the newest link on the screen that leads to this, such as {@code seat}. */
    public abstract String linked(String to);

    public final void says(String words) {
        lines++;
        types(words);
    }

    public final void taps(String label) {
        taps++;
        presses(label);
    }

    /** Since they were last asked for. */
    public final String effort() {
        var effort = taps + " taps, " + lines + " lines";
        taps = 0;
        lines = 0;
        return effort;
    }

    public static Someone onTelegram(FakePerson phone) {
        return new Someone() {
            @Override
            public void starts(String payload) {
                phone.starts(payload);
            }

            @Override
            protected void types(String words) {
                phone.says(words);
            }

            @Override
            protected void presses(String label) {
                phone.taps(label);
            }

            @Override
            public void waitsFor(String... words) {
                phone.waitsFor(words);
            }

            @Override
            public String linked(String to) {
                return payload(to, phone.reads());
            }
        };
    }

    protected static String payload(String to, String read) {
        var links =
                Pattern.compile(to + "-[A-Za-z0-9_-]+").matcher(read).results().toList();
        assertThat(links).as("links to " + to + " in " + read).isNotEmpty();
        return links.get(links.size() - 1).group();
    }
}
