package org.pokana.channel.webchat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A stretch of what was said, oldest first.
 *
 * @param session whether the browser has one yet
 * @param last the highest number there is, from which the events go on
 * @param first the lowest number looked at, below which there may be more
 * @param more whether there is
 * @param files whether files may be attached now
 */
record History(boolean session, List<Shown> said, long last, long first, boolean more, boolean files) {

    static final int PAGE = 100;

    static final History NOTHING = new History(false, List.of(), 0, 0, false, false);

    static History of(WebChatLog log, String session, long before, boolean files) {
        var entries = log.before(session, before, PAGE);
        var said = new ArrayList<Shown>();
        boolean more = entries.size() == PAGE;
        long first = 0;
        for (Entry entry : entries) {
            first = entry.number();
            if (entry.kind().isSpoken()) {
                said.add(Shown.of(entry));
            }
        }
        Collections.reverse(said);
        return new History(
                true,
                List.copyOf(said),
                entries.isEmpty() ? log.last(session) : entries.get(0).number(),
                first,
                more && first > 1,
                files);
    }
}
