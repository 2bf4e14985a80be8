package org.pokana.channel.telegram;

import static org.pokana.channel.telegram.FakeRefusal.bad;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BooleanNode;

/** The methods of the Bot API, as far as a bot such as ours needs them; errors are worded as Telegram words them. */
final class FakeMethods {

    private final FakeChats chats;
    private final FakeUpdates updates;
    private final Map<String, Function<FakeCall, JsonNode>> methods = new LinkedHashMap<>();

    /** What was set for the bot, such as {@code setMyCommands bg} → its commands. */
    private final Map<String, String> profile = new TreeMap<>();

    private volatile String webhook = "";
    private volatile String secret = "";

    FakeMethods(FakeChats chats, FakeUpdates updates) {
        this.chats = chats;
        this.updates = updates;
        methods.put("getMe", call -> me());
        methods.put("getUpdates", this::getUpdates);
        methods.put("sendMessage", call -> sent(call, "text", call.text("text")));
        methods.put("sendDocument", call -> sent(call, "document", call.text("caption")));
        methods.put("sendPhoto", call -> sent(call, "photo", call.text("caption")));
        methods.put("sendVenue", call -> sent(call, "venue", call.text("title") + "\n" + call.text("address")));
        methods.put("sendChatAction", this::chatAction);
        methods.put("editMessageText", call -> chats.editText(call));
        methods.put("editMessageReplyMarkup", call -> chats.editKeyboard(call));
        methods.put("answerCallbackQuery", call -> chats.answer(call.text("callback_query_id")));
        methods.put("setMyCommands", call -> remember(call, "commands"));
        methods.put("deleteMyCommands", this::forget);
        methods.put("setMyDescription", call -> remember(call, "description"));
        methods.put("setMyShortDescription", call -> remember(call, "short_description"));
        methods.put("setChatMenuButton", call -> remember(call, "menu_button"));
        methods.put("getWebhookInfo", call -> webhookInfo());
        methods.put("setWebhook", this::setWebhook);
        methods.put("deleteWebhook", this::deleteWebhook);
    }

    JsonNode call(FakeCall call) {
        var method = methods.get(call.method());
        if (method == null) {
            throw new FakeRefusal(404, "Not Found: method not found");
        }
        return method.apply(call);
    }

    Map<String, String> profile() {
        synchronized (profile) {
            return Map.copyOf(profile);
        }
    }

    String webhook() {
        return webhook;
    }

    String secret() {
        return secret;
    }

    void setWebhook(String url, String newSecret) {
        webhook = url;
        secret = newSecret;
    }

    private static JsonNode me() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("id", 4242)
                .put("is_bot", true)
                .put("first_name", "Покана")
                .put("username", "pokana_test_bot")
                .put("can_join_groups", true)
                .put("can_read_all_group_messages", false)
                .put("supports_inline_queries", false);
    }

    private JsonNode getUpdates(FakeCall call) {
        if (!webhook.isEmpty()) {
            throw new FakeRefusal(
                    409,
                    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the"
                            + " webhook first");
        }
        return updates.poll(
                call.number("offset", 0), call.number("limit", 100), Math.min(50, call.number("timeout", 0)));
    }

    private JsonNode sent(FakeCall call, String kind, String text) {
        if (kind.equals("text") && text.isBlank()) {
            throw bad("message text is empty");
        }
        byte[] file = call.files().values().stream().findFirst().orElseGet(() -> chats.file(call.text("document")));
        if (kind.equals("document") && file.length == 0 && call.text("document").isEmpty()) {
            throw bad("file must be non-empty");
        }
        return chats.send(call, kind, text, file);
    }

    private JsonNode chatAction(FakeCall call) {
        chats.open(call.number("chat_id", 0));
        return BooleanNode.TRUE;
    }

    private JsonNode remember(FakeCall call, String what) {
        synchronized (profile) {
            profile.put(shelf(call), call.text(what));
        }
        return BooleanNode.TRUE;
    }

    private JsonNode forget(FakeCall call) {
        synchronized (profile) {
            profile.remove(shelf(call).replace("deleteMy", "setMy"));
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

    private JsonNode webhookInfo() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("url", webhook)
                .put("has_custom_certificate", false)
                .put("pending_update_count", updates.size());
    }

    private JsonNode setWebhook(FakeCall call) {
        var url = call.text("url");
        if (!url.isEmpty() && !url.startsWith("https://") && !url.startsWith("http://127.0.0.1")) {
            throw bad("bad webhook: An HTTPS URL must be provided for webhook");
        }
        setWebhook(url, call.text("secret_token"));
        return BooleanNode.TRUE;
    }

    private JsonNode deleteWebhook(FakeCall call) {
        setWebhook("", "");
        return BooleanNode.TRUE;
    }
}
