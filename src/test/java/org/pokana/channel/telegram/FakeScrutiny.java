package org.pokana.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.pokana.channel.telegram.FakeRefusal.bad;

import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What Telegram says to calls that are wrong in themselves, whomever they are for. */
final class FakeScrutiny {

    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_CAPTION = 1024;
    private static final int LONGEST_DATA = 64;
    private static final int MOST_BUTTONS = 100;
    private static final Set<String> ACTIONS = Set.of(
            "url",
            "callback_data",
            "web_app",
            "login_url",
            "copy_text",
            "switch_inline_query",
            "switch_inline_query_current_chat",
            "switch_inline_query_chosen_chat",
            "callback_game",
            "pay");

    private static final JsonNode NOTHING = JsonNodeFactory.instance.arrayNode();

    private FakeScrutiny() {}

    /** Throws what the real server would answer. */
    static void pass(FakeCall call) {
        if (call.method().equals("sendMessage") || call.method().equals("editMessageText")) {
            text(call);
        }
        caption(call.text("caption"));
        for (JsonNode item : call.tree("media").orElse(NOTHING)) {
            marks(item.path("caption_entities"));
            caption(item.path("caption").asString(""));
        }
        marks(call.tree("entities").orElse(NOTHING));
        marks(call.tree("caption_entities").orElse(NOTHING));
        keyboard(call.tree("reply_markup").orElse(NOTHING).path("inline_keyboard"));
        if (call.method().equals("sendChatAction") && call.text("action").isEmpty()) {
            throw bad("wrong parameter action in request");
        }
        if (call.method().startsWith("send") && call.text("chat_id").isEmpty()) {
            throw bad("chat_id is empty");
        }
        file(call);
    }

    private static void file(FakeCall call) {
        var kind = call.method().replaceFirst("^send", "").toLowerCase(Locale.ROOT);
        if (FakeContent.WITH_FILE.contains(kind)
                && call.text(kind).isEmpty()
                && !call.files().containsKey(kind)) {
            throw bad("there is no " + kind + " in the request");
        }
    }

    private static void text(FakeCall call) {
        if (call.text("text").isEmpty()) {
            throw bad("message text is empty");
        }
        if (call.text("text").isBlank()) {
            throw bad("text must be non-empty");
        }
        if (length(call.text("text")) > LONGEST_TEXT) {
            throw bad("message is too long");
        }
    }

    private static void caption(String caption) {
        if (length(caption) > LONGEST_CAPTION) {
            throw bad("message caption is too long");
        }
    }

    /** In characters as people count them, without the white space that Telegram takes away. */
    private static int length(String text) {
        var kept = FakeMarks.of(text, null).text();
        return kept.codePointCount(0, kept.length());
    }

    private static void marks(JsonNode entities) {
        for (JsonNode entity : entities) {
            if (entity.path("type").asString("").isEmpty()) {
                throw bad("can't parse MessageEntity: Type is not specified");
            }
            if (entity.path("type").asString().equals("date_time")) {
                time(entity);
            }
            for (String number : new String[] {"offset", "length"}) {
                if (entity.path(number).asInt(0) < 0) {
                    throw bad("receive an entity with incorrect " + number + " " + entity.path(number));
                }
            }
        }
    }

    private static void time(JsonNode entity) {
        if (!entity.has("unix_time")) {
            throw bad("can't parse MessageEntity: Can't find field \"unix_time\"");
        }
        if (!entity.path("date_time_format").asString("").matches("|[rR]|[tTdDwW]+")) {
            throw bad("can't parse MessageEntity: Invalid date-time format specified");
        }
    }

    private static void keyboard(JsonNode rows) {
        if (!rows.isMissingNode() && !rows.isArray()) {
            throw bad("Field \"inline_keyboard\" must be of type Array");
        }
        int buttons = 0;
        for (JsonNode row : rows) {
            for (JsonNode button : row) {
                button(button);
                buttons++;
            }
        }
        if (buttons > MOST_BUTTONS) {
            throw bad("reply markup is too long");
        }
    }

    private static void button(JsonNode button) {
        if (button.path("text").asString("").isBlank()) {
            throw bad("inline keyboard button text must be non-empty");
        }
        if (ACTIONS.stream().noneMatch(button::has)) {
            throw bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        }
        if (button.path("callback_data").asString("").getBytes(UTF_8).length > LONGEST_DATA) {
            throw bad("BUTTON_DATA_INVALID");
        }
    }
}
