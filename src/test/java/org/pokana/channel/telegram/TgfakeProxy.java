package org.pokana.channel.telegram;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Passes calls on to tgfake, and stands in for the little that it does not have. */
final class TgfakeProxy {

    private final RawBot tgfake;
    private final Map<String, FakeUpload> uploads = new ConcurrentHashMap<>();
    private final Map<Long, String> languages = new ConcurrentHashMap<>();

    TgfakeProxy(String url) {
        tgfake = new RawBot(url);
    }

    /** People of tgfake have no language; from now on this one has. */
    void speaks(long person, String language) {
        languages.put(person, language);
    }

    JsonNode answer(FakeCall call) {
        ObjectNode fields = JsonMapper.shared().valueToTree(call.fields());
        var answer = call.files().isEmpty()
                ? tgfake.calls(call.method(), fields)
                : tgfake.uploads(call.method(), fields, call.files());
        call.files().values().forEach(file -> remember(answer, file));
        giveLanguages(answer);
        return switch (answer.path("description").asString("")) {
            case "Not Found: method not found" -> otherwise(call, fields);
            case "Bad Request: there is no document in the request" -> again(call, fields, answer);
            case "Bad Request: Text buttons are not allowed in the inline keyboard" ->
                withoutCopying(call, fields, answer);
            default -> answer;
        };
    }

    private void remember(JsonNode answer, FakeUpload file) {
        var id = answer.path("result").path("document").path("file_id").asString("");
        if (!id.isEmpty()) {
            uploads.put(id, file);
        }
    }

    private void giveLanguages(JsonNode answer) {
        for (JsonNode from : answer.findValues("from")) {
            var language = languages.get(from.path("id").asLong());
            if (language != null) {
                ((ObjectNode) from).put("language_code", language);
            }
        }
    }

    /** A venue becomes a text; whatever else there is not is done. */
    private JsonNode otherwise(FakeCall call, ObjectNode fields) {
        if (!call.method().equals("sendVenue")) {
            return JsonMapper.shared().createObjectNode().put("ok", true).put("result", true);
        }
        var text = JsonMapper.shared().createObjectNode();
        text.set("chat_id", fields.get("chat_id"));
        text.put("text", call.text("title") + "\n" + call.text("address"));
        return tgfake.calls("sendMessage", text);
    }

    /** A file under another name than that of its field, or sent by its id, is uploaded as tgfake likes it. */
    private JsonNode again(FakeCall call, ObjectNode fields, JsonNode refused) {
        var named = call.text("document");
        var file = named.startsWith("attach://")
                ? call.files().get(named.substring("attach://".length()))
                : uploads.get(named);
        if (file == null) {
            return refused;
        }
        fields.remove("document");
        var answer = tgfake.uploads(call.method(), fields, Map.of("document", file));
        remember(answer, file);
        return answer;
    }

    /** A button that copies becomes one that opens a page. */
    private JsonNode withoutCopying(FakeCall call, ObjectNode fields, JsonNode refused) {
        var markup = call.tree("reply_markup").orElseThrow();
        var copying = markup.findParents("copy_text");
        if (copying.isEmpty()) {
            return refused;
        }
        copying.forEach(button -> {
            ((ObjectNode) button).remove("copy_text");
            ((ObjectNode) button).put("url", "https://example.org/copy");
        });
        fields.set("reply_markup", markup);
        return tgfake.calls(call.method(), fields);
    }
}
