package org.pokana.console;

import java.util.List;

/**
 * A page that says one thing.
 *
 * @param facts what it is about, each with what it is called
 * @param ways where one can go from here
 */
record Note(String title, String text, List<Fact> facts, List<Way> ways) {

    record Fact(String name, String value) {}

    record Way(String label, String href) {}
}
