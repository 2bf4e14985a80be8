package org.pokana.channel.telegram;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message as it stands on a person's screen.
 *
 * @param ours sent by the bot rather than by the person
 * @param from who sent it, as the Bot API shows them
 * @param album what the pictures or files of one album have in common, or empty
 * @param replyTo the message it answers, or zero
 * @param revision counts everything that happened in all chats: the higher, the newer the last change
 */
public record FakeMessage(
        long chat,
        long id,
        boolean ours,
        ObjectNode from,
        FakeContent content,
        List<List<Button>> rows,
        String album,
        long replyTo,
        long date,
        long edited,
        long revision) {

    /** @param style {@code danger}, {@code success}, {@code primary} or empty */
    public record Button(String label, String data, String style) {}

    static List<List<Button>> rows(Optional<JsonNode> markup) {
        return markup.map(keyboard -> keyboard.path("inline_keyboard")
                        .valueStream()
                        .map(row -> row.valueStream().map(FakeMessage::button).toList())
                        .toList())
                .orElse(List.of());
    }

    private static Button button(JsonNode button) {
        return new Button(
                button.path("text").asString(""),
                button.path("callback_data").asString(""),
                button.path("style").asString(""));
    }

    /** {@code text}, {@code document}, {@code photo}, {@code venue}, {@code voice} … */
    public String kind() {
        return content.kind();
    }

    /** The caption of what has one, title and address of a venue. */
    public String text() {
        return content.text();
    }

    public byte[] file() {
        return content.file();
    }

    public List<Button> buttons() {
        return rows.stream().flatMap(List::stream).toList();
    }

    public List<String> labels() {
        return buttons().stream().map(Button::label).toList();
    }

    Optional<Button> button(String label) {
        return buttons().stream().filter(button -> button.label().equals(label)).findFirst();
    }

    FakeMessage edited(FakeContent newContent, List<List<Button>> newRows, long now, long newRevision) {
        return new FakeMessage(chat, id, ours, from, newContent, newRows, album, replyTo, date, now, newRevision);
    }

    /** As the Bot API shows it. */
    public ObjectNode json() {
        var message = JsonMapper.shared().createObjectNode();
        message.put("message_id", id).put("date", date);
        message.set("from", from);
        message.set("chat", FakeChats.chat(chat));
        if (edited > 0) {
            message.put("edit_date", edited);
        }
        if (!album.isEmpty()) {
            message.put("media_group_id", album);
        }
        content.describe(message);
        if (!rows.isEmpty()) {
            var keyboard = message.putObject("reply_markup").putArray("inline_keyboard");
            rows.forEach(row -> {
                var json = keyboard.addArray();
                row.forEach(
                        button -> json.addObject().put("text", button.label()).put("callback_data", button.data()));
            });
        }
        return message;
    }
}
