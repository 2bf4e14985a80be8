package org.pokana.channel.telegram;

import static org.pokana.channel.telegram.FakeRefusal.bad;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** What people see of the bot before they write: name, descriptions, commands, the menu button. */
final class FakeProfile {

    /** What was set, such as {@code setMyCommands bg} → its commands. */
    private final Map<String, String> shelves = new TreeMap<>();

    static ObjectNode bot() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("id", 4242)
                .put("is_bot", true)
                .put("first_name", "Покана")
                .put("username", "pokana_test_bot");
    }

    void methods(Map<String, Function<FakeCall, JsonNode>> methods) {
        methods.put("getMe", call -> me());
        methods.put("setMyCommands", call -> keep(call, "commands"));
        methods.put("getMyCommands", call -> JsonMapper.shared().readTree(kept(call, "[]")));
        methods.put("deleteMyCommands", this::forget);
        methods.put("setMyName", call -> keep(call, "name"));
        methods.put("getMyName", call -> named("name", kept(call, "Покана")));
        methods.put("setMyDescription", call -> keep(call, "description"));
        methods.put("getMyDescription", call -> named("description", kept(call, "")));
        methods.put("setMyShortDescription", call -> keep(call, "short_description"));
        methods.put("getMyShortDescription", call -> named("short_description", kept(call, "")));
        methods.put("setChatMenuButton", call -> keep(call, "menu_button"));
        methods.put("getChatMenuButton", call -> JsonMapper.shared().readTree(kept(call, "{\"type\":\"commands\"}")));
    }

    Map<String, String> shelves() {
        synchronized (shelves) {
            return Map.copyOf(shelves);
        }
    }

    private static JsonNode me() {
        return bot().put("can_join_groups", true)
                .put("can_read_all_group_messages", false)
                .put("supports_inline_queries", false);
    }

    private JsonNode keep(FakeCall call, String what) {
        if (!call.text("language_code").matches("|[a-z]{2}")) {
            throw bad("invalid language code specified");
        }
        synchronized (shelves) {
            shelves.put(shelf(call), call.text(what));
        }
        return BooleanNode.TRUE;
    }

    private String kept(FakeCall call, String otherwise) {
        synchronized (shelves) {
            return shelves.getOrDefault(shelf(call).replaceFirst("^get", "set"), otherwise);
        }
    }

    private static JsonNode named(String field, String value) {
        return JsonMapper.shared().createObjectNode().put(field, value);
    }

    private JsonNode forget(FakeCall call) {
        synchronized (shelves) {
            shelves.remove(shelf(call).replaceFirst("^delete", "set"));
        }
        return BooleanNode.TRUE;
    }

    /** Such as {@code setMyCommands chat 7 bg}. */
    private static String shelf(FakeCall call) {
        var scope = call.tree("scope")
                .map(tree -> (" " + tree.path("type").asString() + " "
                                + tree.path("chat_id").asString(""))
                        .stripTrailing())
                .orElse("");
        return (call.method() + scope + " " + call.text("language_code")).strip();
    }
}
