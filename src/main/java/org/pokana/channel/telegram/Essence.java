package org.pokana.channel.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Leaves of Telegram's answers only what we read of the messages in them. Anything new in the rest would make an answer
 * unreadable, which is as good as none: everything would be sent a second time.
 */
final class Essence implements Interceptor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OF_A_MESSAGE =
            Set.of("message_id", "date", "chat", "photo", "document", "video", "audio", "voice", "animation");
    private static final Set<String> OF_A_CHAT = Set.of("id", "type");

    @Override
    public Response intercept(Chain chain) throws IOException {
        var response = chain.proceed(chain.request());
        var body = response.body();
        if (!response.isSuccessful() || body == null) {
            return response;
        }
        var kind = body.contentType();
        return response.newBuilder()
                .body(ResponseBody.create(essence(body.string()), kind))
                .build();
    }

    private static String essence(String answer) {
        try {
            var read = JSON.readTree(answer);
            var result = read.path("result");
            if (result.isArray()) {
                result.forEach(Essence::keepEssence);
            } else {
                keepEssence(result);
            }
            return JSON.writeValueAsString(read);
        } catch (JsonProcessingException e) {
            return answer;
        }
    }

    private static void keepEssence(JsonNode result) {
        if (result instanceof ObjectNode message && message.has("message_id")) {
            message.retain(OF_A_MESSAGE);
            if (message.get("chat") instanceof ObjectNode chat) {
                chat.retain(OF_A_CHAT);
            }
        }
    }
}
