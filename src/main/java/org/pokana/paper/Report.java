package org.pokana.paper;

import java.util.List;

/** What is told of a forum on paper: a heading, and sections of lines and tables in whichever language. */
public record Report(String title, List<Section> sections) {

    /**
     * @param heading empty where the title says it already
     * @param head of the table; empty where there is none
     */
    public record Section(String heading, List<String> lines, List<String> head, List<List<String>> rows) {

        public static Section of(String heading, List<String> lines) {
            return new Section(heading, lines, List.of(), List.of());
        }

        public static Section of(String heading, List<String> head, List<List<String>> rows) {
            return new Section(heading, List.of(), head, rows);
        }
    }
}
