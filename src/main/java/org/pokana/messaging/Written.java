package org.pokana.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.pokana.messaging.Content.Moment;

/**
 * A text and where in it moments are spoken of. While phrases are put into one another their places are not known yet,
 * so moments are marked in the text by characters that nobody writes, and found at the end.
 */
record Written(String text, List<Moment> moments) {

    private static final char OPEN = '\uE000';
    private static final char SAYS = '\uE001';
    private static final char CLOSE = '\uE002';

    static String marked(Instant at, String words) {
        return "" + OPEN + at.getEpochSecond() + SAYS + words + CLOSE;
    }

    /** Somebody's own words, which must not mark anything. */
    static String unmarked(String words) {
        return words.chars().noneMatch(Written::isMark) ? words : words.replaceAll("[" + OPEN + SAYS + CLOSE + "]", "");
    }

    private static boolean isMark(int letter) {
        return letter >= OPEN && letter <= CLOSE;
    }

    static Written read(String marked) {
        if (marked.indexOf(OPEN) < 0) {
            return new Written(marked, List.of());
        }
        var text = new StringBuilder();
        var moments = new ArrayList<Moment>();
        var open = new ArrayList<Moment>();
        for (int i = 0; i < marked.length(); i++) {
            char letter = marked.charAt(i);
            if (letter == OPEN) {
                int says = marked.indexOf(SAYS, i);
                open.add(new Moment(text.length(), 0, Instant.ofEpochSecond(Long.parseLong(marked, i + 1, says, 10))));
                i = says;
            } else if (letter == CLOSE) {
                var moment = open.remove(open.size() - 1);
                if (open.isEmpty() && text.length() > moment.from()) { // one within another is part of that
                    moments.add(new Moment(moment.from(), text.length() - moment.from(), moment.at()));
                }
            } else {
                text.append(letter);
            }
        }
        return new Written(text.toString(), List.copyOf(moments));
    }
}
