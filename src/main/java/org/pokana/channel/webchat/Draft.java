package org.pokana.channel.webchat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pokana.channel.webchat.Entry.File;
import org.pokana.channel.webchat.Entry.Kind;
import org.pokana.kernel.Attachment.Item;
import org.pokana.messaging.Content;
import org.pokana.messaging.Content.Button;

/** An entry that has no number yet. */
record Draft(
        String session,
        String key,
        Kind kind,
        String text,
        List<Button> buttons,
        @Nullable File file,
        @Nullable List<Item> media,
        Content.@Nullable Place place,
        Content.@Nullable Copy copy,
        @Nullable Long of) {

    static Draft said(String session, String key, String text, List<Item> media) {
        var shown = media.isEmpty() ? null : media;
        return new Draft(session, key, Kind.PERSON, text, List.of(), null, shown, null, null, null);
    }

    static Draft told(String session, String key, Content content) {
        if (content instanceof Content.Document document) {
            var file = new File(document.name(), document.type(), document.bytes());
            return new Draft(session, key, Kind.BOT, document.caption(), List.of(), file, null, null, null, null);
        }
        if (content instanceof Content.Place place) {
            return new Draft(session, key, Kind.BOT, "", List.of(), null, null, place, null, null);
        }
        var text = Content.words(content);
        var media = content instanceof Content.Media gallery ? gallery.items() : null;
        return new Draft(session, key, Kind.BOT, text.text(), text.buttons(), null, media, null, text.copy(), null);
    }

    static Draft changed(String session, String key, long of) {
        return new Draft(session, key, Kind.CHANGED, "", List.of(), null, null, null, null, of);
    }

    Entry at(long number, Instant now) {
        return new Entry(
                Entry.id(session, number),
                session,
                number,
                key,
                kind,
                now,
                text,
                buttons,
                file,
                media,
                place,
                copy,
                null,
                of);
    }
}
