package org.pokana.channel.telegram;

import static org.pokana.channel.telegram.FakeRefusal.bad;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BooleanNode;

/** The methods of the Bot API, as far as a bot such as ours needs them; errors are worded as Telegram words them. */
final class FakeMethods {

    private final FakeUpdates updates;
    private final FakeProfile profile = new FakeProfile();
    private final Map<String, Function<FakeCall, JsonNode>> methods = new LinkedHashMap<>();

    private volatile String webhook = "";
    private volatile String secret = "";

    FakeMethods(FakeChats chats, FakeUpdates updates) {
        this.updates = updates;
        profile.methods(methods);
        new FakeSending(chats).methods(methods);
        new FakeEditing(chats).methods(methods);
        methods.put("getFile", call -> chats.files().describe(call.text("file_id")));
        methods.put("answerCallbackQuery", call -> chats.answer(call.text("callback_query_id")));
        methods.put("getUpdates", this::getUpdates);
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

    FakeProfile profile() {
        return profile;
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
