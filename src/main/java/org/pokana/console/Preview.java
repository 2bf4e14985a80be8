package org.pokana.console;

/**
 * A page as a search engine, a tab or a chat shows it where its address was passed on.
 *
 * @param address the whole of it, without the language
 */
record Preview(String title, String description, String address) {

    private static final int LONGEST = 200;

    Preview {
        description = shortened(description.replaceAll("\\s+", " ").strip());
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = text.lastIndexOf(' ', LONGEST - 1);
        return text.substring(0, end > 0 ? end : LONGEST - 1) + "…";
    }
}
