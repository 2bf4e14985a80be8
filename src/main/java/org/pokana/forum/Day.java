package org.pokana.forum;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A day or a month that was said, word by word: „25.02“, „25 февруари 2027“, „април“. */
final class Day {

    private static final int FIRST_YEAR = 2000;

    private final List<Integer> numbers = new ArrayList<>();
    private int month;

    /** False when the word has nothing to do with a date. */
    boolean hears(String word, OptionalInt namedMonth) {
        if (word.matches("\\d{1,4}")) {
            numbers.add(Integer.valueOf(word));
            return true;
        }
        namedMonth.ifPresent(named -> month = named);
        return namedMonth.isPresent();
    }

    boolean isSaid() {
        return month() > 0;
    }

    /** Whether every number is part of the date. */
    boolean isClear() {
        return numbers.isEmpty() || month() > 0 && withoutYear().size() <= (month > 0 ? 1 : 2);
    }

    boolean fits(Forum forum) {
        if (!isSaid()) {
            return true;
        }
        var start = forum.startsAt();
        var said = withoutYear();
        return start.getMonthValue() == month() && (said.isEmpty() || start.getDayOfMonth() == said.get(0));
    }

    private int month() {
        var said = withoutYear();
        boolean inNumbers = month == 0 && said.size() == 2 && said.get(1) <= 12;
        return inNumbers ? said.get(1) : month;
    }

    private List<Integer> withoutYear() {
        return numbers.stream().filter(number -> number < FIRST_YEAR).toList();
    }
}
