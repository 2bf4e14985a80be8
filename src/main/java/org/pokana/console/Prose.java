package org.pokana.console;

import java.util.ArrayList;
import java.util.List;

/** A text as it is written for chats, cut into what a page is made of. */
final class Prose {

    private static final String BULLET = "•";

    private Prose() {}

    /** Lines that belong together: the items of a list, or one paragraph. */
    record Block(boolean list, List<String> lines) {}

    static List<Block> of(String text) {
        var blocks = new ArrayList<Block>();
        for (String line : text.strip().split("\n")) {
            var words = line.strip();
            if (words.isEmpty()) {
                continue;
            }
            if (!words.startsWith(BULLET)) {
                blocks.add(new Block(false, List.of(words)));
                continue;
            }
            var item = words.substring(BULLET.length()).strip();
            boolean goesOn = !blocks.isEmpty() && blocks.get(blocks.size() - 1).list();
            if (!goesOn) {
                blocks.add(new Block(true, new ArrayList<>()));
            }
            blocks.get(blocks.size() - 1).lines().add(item);
        }
        return blocks;
    }
}
