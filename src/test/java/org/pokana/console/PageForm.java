package org.pokana.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** What a browser would send of a form if nothing were changed in it. */
final class PageForm {

    private static final Pattern FIELD =
            Pattern.compile("(?s)<input ([^>]*)>|<textarea ([^>]*)>(.*?)</textarea>|<select ([^>]*)>(.*?)</select>");
    private static final Pattern CHOSEN = Pattern.compile("<option ([^>]*\\bselected\\b[^>]*)>");

    private PageForm() {}

    /** @param from the beginning of its tag */
    static Map<String, String> in(String page, String from) {
        int begin = page.indexOf(from);
        if (begin < 0) {
            throw new AssertionError("there is no " + from + " in " + page);
        }
        var fields = new LinkedHashMap<String, String>();
        var found = FIELD.matcher(page.substring(begin, page.indexOf("</form>", begin)));
        while (found.find()) {
            if (found.group(1) != null) {
                input(fields, found.group(1));
            } else if (found.group(2) != null) {
                put(fields, attribute(found.group(2), "name"), HtmlUtils.htmlUnescape(found.group(3)));
            } else {
                var chosen = CHOSEN.matcher(found.group(5));
                put(fields, attribute(found.group(4), "name"), chosen.find() ? value(chosen.group(1)) : "");
            }
        }
        return fields;
    }

    private static void input(Map<String, String> fields, String tag) {
        boolean chosen = !attribute(tag, "type").matches("checkbox|radio") || tag.matches("(?s).*\\bchecked\\b.*");
        if (chosen) {
            put(fields, attribute(tag, "name"), value(tag));
        }
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (!name.isEmpty() && !name.equals("_csrf")) {
            fields.put(name, value);
        }
    }

    private static String value(String tag) {
        return HtmlUtils.htmlUnescape(attribute(tag, "value"));
    }

    private static String attribute(String tag, String name) {
        var found = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : "";
    }
}
