package org.pokana.channel.webchat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pokana.channel.webchat.Entry.Kind;
import org.pokana.kernel.Attachment.Item;
import org.pokana.messaging.Content;
import org.pokana.messaging.Content.Button;

/**
 * An entry as the page gets it.
 *
 * @param key of what the person said, so that the page finds the bubble it already shows
 */
@JsonInclude(Include.NON_NULL)
record Shown(
        long number,
        String who,
        @Nullable String key,
        Instant at,
        @Nullable Instant changed,
        String text,
        List<Pick> buttons,
        @Nullable File file,
        @Nullable List<Exhibit> media,
        @Nullable Place place,
        Content.@Nullable Copy copy) {

    record Pick(String pick, String label, String tone) {

        static Pick of(Button button) {
            return new Pick(button.pick(), button.label(), button.tone().name().toLowerCase(Locale.ROOT));
        }
    }

    /** @param type its media type: a picture is shown at once */
    record File(String name, String type, int bytes, String href) {}

    /** @param kind as a class of styles: {@code photo} */
    record Exhibit(String kind, String name, String type, long bytes, String href) {

        static Exhibit of(Item item) {
            return new Exhibit(
                    item.kind().name().toLowerCase(Locale.ROOT),
                    item.name(),
                    item.type(),
                    item.bytes(),
                    "/chat/media/" + item.file());
        }
    }

    record Place(String title, String address, String map) {

        /** A link only: nothing is loaded from there until the person follows it. */
        static Place of(Content.Place place) {
            return new Place(
                    place.title(),
                    place.address(),
                    String.format(
                            Locale.ROOT,
                            "https://www.openstreetmap.org/?mlat=%1$.6f&mlon=%2$.6f#map=17/%1$.6f/%2$.6f",
                            place.latitude(),
                            place.longitude()));
        }
    }

    static Shown of(Entry entry) {
        boolean person = entry.kind() == Kind.PERSON;
        var file = entry.file();
        var place = entry.place();
        var media = entry.media();
        return new Shown(
                entry.number(),
                person ? "person" : "bot",
                person ? entry.key() : null,
                entry.at(),
                entry.changed(),
                entry.text(),
                entry.buttons().stream().map(Pick::of).toList(),
                file == null
                        ? null
                        : new File(file.name(), file.type(), file.bytes().length, "/chat/files/" + entry.number()),
                media == null ? null : media.stream().map(Exhibit::of).toList(),
                place == null ? null : Place.of(place),
                entry.copy());
    }
}
