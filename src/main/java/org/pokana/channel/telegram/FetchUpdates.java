package org.pokana.channel.telegram;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.objects.ApiResponse;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * Asks for updates and leaves them as they are.
 *
 * @see Updates which reads them one by one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
final class FetchUpdates extends BotApiMethod<ArrayList<JsonNode>> {

    /** Stated each time, as Telegram otherwise remembers what somebody asked for long ago. */
    static final List<String> KINDS = List.of("message", "edited_message", "callback_query", "my_chat_member");

    @JsonProperty
    private final @Nullable Long offset;

    @JsonProperty
    private final int limit = 100;

    @JsonProperty
    private final long timeout;

    @JsonProperty("allowed_updates")
    private final List<String> kinds = KINDS;

    /** @param offset confirms all updates before it; null confirms none */
    FetchUpdates(@Nullable Long offset, long timeout) {
        this.offset = offset;
        this.timeout = timeout;
    }

    @Override
    public String getMethod() {
        return "getUpdates";
    }

    @Override
    public void validate() {
        // There is nothing a caller could get wrong.
    }

    @Override
    public ArrayList<JsonNode> deserializeResponse(String answer) throws TelegramApiRequestException {
        try {
            var read = OBJECT_MAPPER.readTree(answer);
            if (!read.path("ok").asBoolean()) {
                throw new TelegramApiRequestException(
                        "getUpdates was refused", OBJECT_MAPPER.treeToValue(read, ApiResponse.class));
            }
            var updates = new ArrayList<JsonNode>();
            for (JsonNode update : read.path("result")) {
                if (Updates.isOne(update)) {
                    updates.add(update);
                }
            }
            return updates;
        } catch (JsonProcessingException e) {
            throw new TelegramApiRequestException("getUpdates got an unreadable answer", e);
        }
    }
}
