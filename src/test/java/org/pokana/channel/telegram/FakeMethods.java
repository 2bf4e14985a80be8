package org.pokana.channel.telegram;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The methods of the Bot API, as far as a bot such as ours needs them; errors are worded as Telegram words them. */
final class FakeMethods {

    private final FakeProfile profile = new FakeProfile();
    private final Map<String, Function<FakeCall, JsonNode>> methods = new LinkedHashMap<>();

    FakeMethods(FakeChats chats, FakeWebhook webhook) {
        profile.methods(methods);
        webhook.methods(methods);
        new FakeSending(chats).methods(methods);
        new FakeEditing(chats).methods(methods);
        methods.put("getFile", call -> chats.files().describe(call.text("file_id")));
        methods.put("answerCallbackQuery", call -> chats.answer(call.text("callback_query_id")));
    }

    boolean know(String method) {
        return methods.containsKey(method);
    }

    JsonNode call(FakeCall call) {
        return methods.get(call.method()).apply(call);
    }

    FakeProfile profile() {
        return profile;
    }
}
