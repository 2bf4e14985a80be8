package org.pokana.followup;

import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import org.pokana.kernel.Choice;

/** As many of a long list as a screen takes; after the last page comes the first again. */
record Page<T>(List<T> items, int next) {

    private static final int MOST = 7;

    /** @param opening the number of the page, as it follows the command that shows it */
    static <T> Page<T> of(List<T> all, String opening) {
        int pages = (all.size() + MOST - 1) / MOST;
        int page = opening.matches("[1-9]\\d?") ? Math.min(Integer.parseInt(opening), pages) : 1;
        var items = all.subList((page - 1) * MOST, Math.min(page * MOST, all.size()));
        return new Page<>(items, pages == 1 ? 0 : page % pages + 1);
    }

    /** The way to the next page, if there is any other. */
    List<Choice> further(String... command) {
        if (next == 0) {
            return List.of();
        }
        var opening = new java.util.ArrayList<>(List.of(command).subList(1, command.length));
        opening.add(String.valueOf(next));
        return List.of(Choice.to(phrase("after.next-page"), command[0], opening.toArray(String[]::new)));
    }
}
