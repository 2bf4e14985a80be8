package org.pokana.console;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pokana.forum.Agenda;
import org.pokana.forum.Forum;

/**
 * What the page of a forum says beyond its card.
 *
 * @param map a page that shows where it is
 */
record ForumDetails(@Nullable String address, @Nullable String map, String languages, int capacity, List<Part> agenda) {

    record Part(String hours, String title, String kind) {}

    static ForumDetails of(Forum forum, PageWords words) {
        var language = Locale.forLanguageTag(words.language());
        var address = forum.venue().address();
        return new ForumDetails(
                address == null ? null : address.in(language),
                map(forum),
                forum.languages().stream()
                        .map(each -> words.say("forum.language." + each))
                        .collect(Collectors.joining(", ")),
                forum.capacity(),
                Agenda.asItStands(forum).stream()
                        .map(item -> new Part(
                                item.starts() + "–" + item.ends(), item.title().in(language), item.kind()))
                        .toList());
    }

    private static @Nullable String map(Forum forum) {
        return forum.venue().onMap()
                ? String.format(
                        Locale.ROOT,
                        "https://www.openstreetmap.org/?mlat=%1$.6f&mlon=%2$.6f#map=17/%1$.6f/%2$.6f",
                        forum.venue().latitude(),
                        forum.venue().longitude())
                : null;
    }
}
