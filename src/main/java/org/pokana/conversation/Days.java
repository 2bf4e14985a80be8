package org.pokana.conversation;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Sees one day in 18.03, 18 март 2027 г., March 18 and 18-ти март: all become one word that can be compared. */
final class Days {

    private static final Pattern DAY = Pattern.compile("(0?[1-9]|[12]\\d|3[01])(st|nd|rd|th|vi|ri|ti|mi)?");
    private static final Pattern MONTH = Pattern.compile("0?[1-9]|1[0-2]");
    private static final Pattern YEAR = Pattern.compile("20\\d\\d");
    private static final Set<String> ORDINAL = Set.of("vi", "ri", "ti", "mi");

    private final Map<String, Integer> months = new HashMap<>();

    Days(Set<String> languages) {
        for (Month month : Month.values()) {
            for (String language : languages) {
                for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT)) {
                    var name = month.getDisplayName(style, Locale.forLanguageTag(language));
                    months.put(Spelling.fold(name), month.getValue());
                }
            }
        }
    }

    /** The same folded words, with each day of a year as a single word. */
    List<String> in(List<String> words) {
        var read = new ArrayList<String>();
        int at = 0;
        while (at < words.size()) {
            int month = monthAfter(words, at);
            if (month > 0) {
                read.add(oneWord(words.get(at), words.get(month)));
                at = afterYear(words, month + 1);
            } else if (isName(words.get(at)) && at + 1 < words.size() && isDay(words.get(at + 1))) {
                read.add(oneWord(words.get(at + 1), words.get(at)));
                at = afterYear(words, at + 2);
            } else {
                read.add(words.get(at++));
            }
        }
        return read;
    }

    /** Where the month of the day at this place stands; 0 when none does. */
    private int monthAfter(List<String> words, int day) {
        if (!isDay(words.get(day))) {
            return 0;
        }
        int next = day + 1;
        if (next + 1 < words.size() && ORDINAL.contains(words.get(next))) {
            next++;
        }
        return next < words.size() && month(words.get(next)).isPresent() ? next : 0;
    }

    private Optional<Integer> month(String word) {
        return Optional.ofNullable(months.get(word))
                .or(() -> Optional.of(word).filter(MONTH.asMatchPredicate()).map(Integer::valueOf));
    }

    private boolean isName(String word) {
        return months.containsKey(word);
    }

    private static boolean isDay(String word) {
        return DAY.matcher(word).matches();
    }

    private static int afterYear(List<String> words, int at) {
        if (at >= words.size() || !YEAR.matcher(words.get(at)).matches()) {
            return at;
        }
        return at + 1 < words.size() && words.get(at + 1).equals("g") ? at + 2 : at + 1;
    }

    private String oneWord(String day, String month) {
        return "day" + Integer.parseInt(day.replaceAll("\\D", "")) + "of"
                + month(month).orElseThrow();
    }
}
