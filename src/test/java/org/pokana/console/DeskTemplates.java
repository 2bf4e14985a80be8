package org.pokana.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields that the templates of the desk know, whether or not a page happens to show them. */
final class DeskTemplates {

    private static final Path FOLDER = Path.of("src/main/resources/templates/desk");

    /** Fragments that are given the name. */
    private static final Map<String, List<String>> GIVEN = Map.of("${name}", List.of("to", "except"));

    /** @param route where its form goes; empty where that is not written beside it */
    record Named(String template, String route, String pattern) {

        boolean isAmong(Set<String> tried) {
            var wanted = (route.isEmpty() ? "(GET|POST) \\S+" : "(GET|POST) \\Q" + route + "\\E") + " " + pattern;
            return tried.stream().anyMatch(each -> each.matches(wanted));
        }
    }

    private DeskTemplates() {}

    static Set<Named> fields() {
        try (var files = Files.list(FOLDER)) {
            var all = new LinkedHashSet<Named>();
            for (Path file : files.sorted().toList()) {
                all.addAll(fields(file.getFileName().toString(), Files.readString(file)));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<Named> fields(String template, String html) {
        var found = new LinkedHashSet<Named>();
        var route = "";
        for (DeskForm.Element each : DeskForm.elements(html)) {
            if (each.name().equals("form")) {
                route = each.closes() ? "" : route(each.get("th:action"));
            } else if (!each.closes()) {
                for (String pattern : patterns(each)) {
                    found.add(new Named(template, each.has("form") ? "" : route, pattern));
                }
            }
        }
        return found;
    }

    /** {@code @{/desk/forums/{id}/edit(id=…)}} without what it is filled with. */
    private static String route(String action) {
        if (!action.startsWith("@{/")) {
            return "";
        }
        int filled = action.indexOf('(');
        return action.substring(2, filled < 0 ? action.length() - 1 : filled).replaceAll("\\{[^}]*}", "{}");
    }

    private static List<String> patterns(DeskForm.Element control) {
        if (!control.has("th:name")) {
            return control.has("name") ? List.of(control.get("name")) : List.of();
        }
        var made = control.get("th:name");
        var pattern = made.replaceAll("^\\$\\{|}$|'", "")
                .replaceAll("\\s*\\+\\s*(tag|i|group)\\b", ".+")
                .replace(" + ", "");
        return GIVEN.getOrDefault(made, List.of(pattern));
    }
}
