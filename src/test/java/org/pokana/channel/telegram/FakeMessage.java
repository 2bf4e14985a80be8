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
 * @param kind {@code text}, {@code document}, {@code venue} or {@code photo}
 * @param text the caption for documents and photos, title and address for a venue
 * @param revision counts everything that happened in all chats: the higher, the newer the last change
 */
public record FakeMessage(
        long chat,
        long id,
        boolean ours,
        String kind,
        String text,
        List<List<Button>> rows,
        byte[] file,
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

    public List<Button> buttons() {
        return rows.stream().flatMap(List::stream).toList();
    }

    public List<String> labels() {
        return buttons().stream().map(Button::label).toList();
    }

    Optional<Button> button(String label) {
        return buttons().stream().filter(button -> button.label().equals(label)).findFirst();
    }

    FakeMessage edited(String newText, List<List<Button>> newRows, long newRevision) {
        return new FakeMessage(chat, id, ours, kind, newText, newRows, file, newRevision);
    }

    /** As the Bot API shows it. */
    ObjectNode json(long date) {
        var message = JsonMapper.shared().createObjectNode();
        message.put("message_id", id).put("date", date);
        message.putObject("chat").put("id", chat).put("type", chat < 0 ? "supergroup" : "private");
        if (kind.equals("text")) {
            message.put("text", text);
        } else if (kind.equals("document")) {
            message.put("caption", text);
            message.putObject("document").put("file_id", "file-" + id).put("file_unique_id", "unique-" + id);
        }
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
