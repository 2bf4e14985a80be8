package org.pokana.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * A form of a page, as a browser without scripts has it.
 *
 * @param page where it was found; the address that asks for it again
 */
record DeskForm(String page, boolean posts, String action, List<Field> fields) {

    private static final Pattern TAG =
            Pattern.compile("<(/?)(form|input|textarea|select|option|button)\\b((?:\"[^\"]*\"|[^\">])*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:-]+)(?:=\"([^\"]*)\")?");

    /** @param sent whether it goes along by itself; a button, or what is not ticked, does not */
    record Field(String name, String kind, String value, boolean sent) {

        boolean isFile() {
            return kind.equals("file");
        }

        /** Whatever one likes can be written there. */
        boolean isFree() {
            return !kind.matches("button|select|checkbox|radio|hidden|file");
        }

        /** A day, an hour or a number are refused for what they are. */
        boolean isWords() {
            return isFree() && !kind.matches("date|time|number");
        }

        boolean isButton() {
            return kind.equals("button");
        }
    }

    /** One element with what it says, and what stands between it and the next one. */
    record Element(boolean closes, String name, Map<String, String> attributes, String inside) {

        String get(String attribute) {
            return attributes.getOrDefault(attribute, "");
        }

        boolean has(String attribute) {
            return attributes.containsKey(attribute);
        }
    }

    static List<DeskForm> on(String page, String html) {
        var forms = new LinkedHashMap<String, DeskForm>();
        var elements = elements(html);
        for (int i = 0; i < elements.size(); i++) {
            var each = elements.get(i);
            if (each.name().equals("form") && !each.closes()) {
                forms.put(id(each, i), of(page, each));
            }
        }
        String open = "";
        for (int i = 0; i < elements.size(); i++) {
            var each = elements.get(i);
            if (each.name().equals("form")) {
                open = each.closes() ? "" : id(each, i);
            } else if (!each.closes() && each.has("name") && !each.get("name").equals("_csrf")) {
                var form = forms.get(each.has("form") ? each.get("form") : open);
                if (form != null) {
                    form.fields().add(field(each, elements.subList(i + 1, elements.size())));
                }
            }
        }
        return List.copyOf(forms.values());
    }

    private static String id(Element form, int at) {
        return form.has("id") ? form.get("id") : "at " + at;
    }

    private static DeskForm of(String page, Element form) {
        var action = form.has("action") ? form.get("action") : page.replaceFirst("\\?.*", "");
        return new DeskForm(page, form.get("method").equals("post"), action, new ArrayList<>());
    }

    static List<Element> elements(String html) {
        var found = TAG.matcher(html).results().toList();
        var elements = new ArrayList<Element>();
        for (int i = 0; i < found.size(); i++) {
            var tag = found.get(i);
            int next = i + 1 < found.size() ? found.get(i + 1).start() : html.length();
            var attributes = ATTRIBUTE
                    .matcher(tag.group(3))
                    .results()
                    .collect(Collectors.toMap(
                            each -> each.group(1),
                            each -> each.group(2) == null ? "" : HtmlUtils.htmlUnescape(each.group(2)),
                            (one, another) -> one));
            var inside = HtmlUtils.htmlUnescape(html.substring(tag.end(), next));
            elements.add(new Element(!tag.group(1).isEmpty(), tag.group(2), attributes, inside));
        }
        return elements;
    }

    private static Field field(Element control, List<Element> after) {
        return switch (control.name()) {
            case "textarea" -> new Field(control.get("name"), "text", control.inside(), true);
            case "button" -> new Field(control.get("name"), "button", control.get("value"), false);
            case "select" -> new Field(control.get("name"), "select", picked(after), true);
            default -> {
                boolean ticked = !control.get("type").matches("checkbox|radio") || control.has("checked");
                yield new Field(
                        control.get("name"),
                        control.get("type"),
                        control.get("value"),
                        ticked && !control.get("type").equals("file"));
            }
        };
    }

    private static String picked(List<Element> after) {
        var options = after.stream()
                .takeWhile(each -> !(each.closes() && each.name().equals("select")))
                .filter(each -> each.name().equals("option") && !each.closes())
                .toList();
        return options.stream()
                .filter(each -> each.has("selected"))
                .findFirst()
                .or(() -> options.stream().findFirst())
                .map(each -> each.get("value"))
                .orElse("");
    }

    /** What tells forms apart: where they go, and what their fields are called. */
    String mark() {
        return route() + " " + fields.stream().map(Field::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** As the table of routes has it. */
    String route() {
        var verb = posts ? "POST " : "GET ";
        var path = action.replaceFirst("\\?.*", "");
        return verb
                + DeskRoutes.OF_THE_DESK.stream()
                        .map(DeskRoutes.Route::pattern)
                        .filter(pattern -> path.matches(pattern.replaceAll("\\{[^}]*}", "[^/]+")))
                        .min(Comparator.comparingLong(pattern ->
                                pattern.chars().filter(each -> each == '{').count()))
                        .map(pattern -> pattern.replaceAll("\\{[^}]*}", "{}"))
                        .orElse(path);
    }
}
