package org.pokana.answers;

/** Cuts what does not fit, at the end of a word if that can be helped. */
final class Short {

    private static final int LABEL = 25;

    private Short() {}

    static String label(String text) {
        return of(text, LABEL);
    }

    static String of(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int space = text.lastIndexOf(' ', longest - 1);
        int end = space > longest / 2 ? space : longest - 1;
        boolean torn = Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, torn ? end - 1 : end).strip() + "…";
    }

    /** The second of those that would read the same says so. */
    static String label(String text, int time) {
        var number = " (" + time + ")";
        return time == 1 ? label(text) : of(text, LABEL - number.length()) + number;
    }
}
