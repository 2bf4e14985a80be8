package org.pokana.console;

import org.jspecify.annotations.Nullable;

/** An operator named a site for the widget in a way we cannot read. */
final class BadWidgetSites extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadWidgetSites(String text, @Nullable Throwable cause) {
        super("POKANA_WIDGET_SITES has '%s', which is not a site such as https://ngo.example.".formatted(text), cause);
    }
}
