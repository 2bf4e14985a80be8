package org.pokana.console;

import java.net.IDN;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The sites of others that may show our chat. */
@Component
class WidgetSites {

    /** Scheme, host and port. */
    private static final Pattern SITE = Pattern.compile("(https?)://([^/:@?#\\s]+)(:\\d{1,5})?/?");

    private final List<String> origins;

    /** @throws BadWidgetSites when one of them is no site */
    WidgetSites(WidgetSettings settings) {
        var named = settings.widgetSites() == null ? "" : settings.widgetSites();
        origins = Arrays.stream(named.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(WidgetSites::origin)
                .distinct()
                .toList();
    }

    boolean none() {
        return origins.isEmpty();
    }

    /** As a content policy names them. */
    String ancestors() {
        return none() ? "'none'" : String.join(" ", origins);
    }

    /** Nothing in it can end up as a rule of its own. */
    private static String origin(String text) {
        var site = SITE.matcher(text);
        if (!site.matches()) {
            throw new BadWidgetSites(text, null);
        }
        try {
            var host = IDN.toASCII(site.group(2), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return site.group(1) + "://" + host + (site.group(3) == null ? "" : site.group(3));
        } catch (IllegalArgumentException e) {
            throw new BadWidgetSites(text, e);
        }
    }
}
