package org.pokana.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Address;
import org.pokana.messaging.Incoming;
import org.pokana.messaging.Incoming.Kind;

/**
 * Reads updates. Nothing in one is taken for granted: whatever is missing, new or of another type, the rest is read, and
 * what says nothing to us is kept as {@link Kind#OTHER}.
 */
final class Updates {

    /** The pick of a button that no version of ours knows: answered with how things stand now. */
    static final String STALE = "stale";

    private static final int LONGEST_TEXT = 4096;
    private static final long LATEST_DATE = 1L << 33;
    private static final Pattern ADDRESSED_COMMAND = Pattern.compile("^(/\\w+)@\\w+");
    private static final List<String> SHOWN = List.of(
            "photo",
            "sticker",
            "voice",
            "video",
            "video_note",
            "audio",
            "document",
            "animation",
            "contact",
            "location",
            "venue",
            "poll",
            "dice",
            "story",
            "game",
            "paid_media",
            "checklist",
            "live_photo",
            "rich_message");

    private final Clock clock;
    private final Me me;

    Updates(Clock clock, Me me) {
        this.clock = clock;
        this.me = me;
    }

    /** Without a number it is none. */
    static boolean isOne(JsonNode update) {
        return update.path("update_id").canConvertToLong()
                && update.path("update_id").asLong() > 0;
    }

    /** @param id the update's natural id */
    Incoming read(String id, JsonNode update) {
        if (update.path("message").isObject()) {
            return message(id, update.path("message"));
        }
        if (update.path("callback_query").isObject()) {
            return tap(id, update.path("callback_query"));
        }
        if (update.path("my_chat_member").isObject()) {
            return membership(id, update.path("my_chat_member"));
        }
        return other(id, update);
    }

    private Incoming message(String id, JsonNode message) {
        var text = message.path("text").asText("");
        if (isFromSomebody(message) && isInGroup(message)) {
            return saidInGroup(id, message, text);
        }
        if (!isFromSomebody(message) || !isInPrivate(message)) {
            return other(id, message);
        }
        if (!text.isBlank()) {
            return incoming(
                            id,
                            message,
                            Kind.SAID,
                            ADDRESSED_COMMAND.matcher(text).replaceFirst("$1"))
                    .replyingTo(repliedTo(message));
        }
        var said = Pin.said(message) + OwnNumber.said(message);
        if (!said.isEmpty()) {
            return incoming(id, message, Kind.SAID, said);
        }
        return SHOWN.stream().anyMatch(message::has)
                ? incoming(id, message, Kind.SHOWED, message.path("caption").asText(""))
                        .with(Exhibit.in(message, me.id()))
                : other(id, message);
    }

    /** What people say to each other is none of our business. */
    private Incoming saidInGroup(String id, JsonNode message, String text) {
        boolean byABot = message.path("from").path("is_bot").asBoolean();
        return !byABot && me.isAddressed(message)
                ? incoming(id, message, Kind.SAID, me.without(text)).in(group(message))
                : other(id, message);
    }

    private Incoming groupMembership(String id, JsonNode change) {
        boolean before = isMember(change.path("old_chat_member"));
        boolean after = isMember(change.path("new_chat_member"));
        if (before == after) {
            return other(id, change);
        }
        return incoming(id, change, after ? Kind.CAME_BACK : Kind.BLOCKED_US, "")
                .in(group(change));
    }

    private static boolean isMember(JsonNode member) {
        return switch (member.path("status").asText("")) {
            case "member", "administrator", "creator" -> true;
            case "restricted" -> member.path("is_member").asBoolean();
            default -> false;
        };
    }

    private static boolean isInGroup(JsonNode content) {
        return content.path("chat").path("type").asText("").matches("group|supergroup")
                && content.path("chat").path("id").isIntegralNumber();
    }

    private static Address group(JsonNode content) {
        return new Address(TelegramChannel.NAME, content.path("chat").path("id").asText());
    }

    private Incoming membership(String id, JsonNode change) {
        if (isFromSomebody(change) && isInGroup(change)) {
            return groupMembership(id, change);
        }
        if (!isFromSomebody(change) || !isInPrivate(change)) {
            return other(id, change);
        }
        return switch (change.path("new_chat_member").path("status").asText("")) {
            case "kicked" -> incoming(id, change, Kind.BLOCKED_US, "");
            case "member" -> incoming(id, change, Kind.CAME_BACK, "");
            default -> other(id, change);
        };
    }

    private Incoming tap(String id, JsonNode callback) {
        var message = callback.path("message");
        if (!isFromSomebody(callback) || !isInPrivate(message) || callback.has("inline_message_id")) {
            return other(id, callback);
        }
        var data = callback.path("data").asText("");
        var read = CallbackData.read(data);
        boolean replaceable = read.isPresent()
                && !read.get().lasting()
                && message.path("date").asLong() > 0;
        return new Incoming(
                        id,
                        sender(callback),
                        Kind.PRESSED,
                        label(message, data),
                        read.map(CallbackData::pick).orElse(STALE),
                        replaceable ? message.path("message_id").asText() : null,
                        language(callback),
                        clock.instant())
                .signed(signature(callback));
    }

    private static String label(JsonNode message, String data) {
        for (JsonNode row : message.path("reply_markup").path("inline_keyboard")) {
            for (JsonNode button : row) {
                if (button.path("callback_data").asText("").equals(data)) {
                    return cut(button.path("text").asText(""));
                }
            }
        }
        return "";
    }

    private static @Nullable String repliedTo(JsonNode message) {
        var earlier = message.path("reply_to_message").path("message_id");
        return earlier.isIntegralNumber() ? earlier.asText() : null;
    }

    private Incoming other(String id, JsonNode content) {
        return incoming(id, content, Kind.OTHER, "");
    }

    private Incoming incoming(String id, JsonNode content, Kind kind, String text) {
        return new Incoming(id, sender(content), kind, cut(text), null, null, language(content), at(content))
                .signed(signature(content));
    }

    private static boolean isInPrivate(JsonNode content) {
        return content.path("chat").path("type").asText("").equals("private");
    }

    private static boolean isFromSomebody(JsonNode content) {
        return content.path("from").path("id").isIntegralNumber();
    }

    private static Address sender(JsonNode content) {
        return new Address(TelegramChannel.NAME, content.path("from").path("id").asText("0"));
    }

    private static @Nullable Locale language(JsonNode content) {
        var code = content.path("from").path("language_code").asText("");
        return code.matches("[A-Za-z]{2,3}([-_]\\w+)*") ? Locale.forLanguageTag(code.replace('_', '-')) : null;
    }

    private static @Nullable String signature(JsonNode content) {
        var from = content.path("from");
        var name = (from.path("first_name").asText("") + " "
                        + from.path("last_name").asText(""))
                .strip();
        return name.isEmpty() ? null : cut(name);
    }

    private Instant at(JsonNode content) {
        long date = content.path("date").asLong();
        return date > 0 && date < LATEST_DATE ? Instant.ofEpochSecond(date) : clock.instant();
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        boolean inPair = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1));
        return text.substring(0, inPair ? LONGEST_TEXT - 1 : LONGEST_TEXT);
    }
}
