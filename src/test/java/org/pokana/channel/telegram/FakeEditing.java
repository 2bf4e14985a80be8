package org.pokana.channel.telegram;

import static org.pokana.channel.telegram.FakeRefusal.bad;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/** Everything that changes a message that is there, or takes it away. */
final class FakeEditing {

    private static final long DELETABLE_SECONDS = 48 * 3600;
    private static final int MOST_AT_ONCE = 100;

    private final FakeChats chats;
    private final FakeSending sending;

    FakeEditing(FakeChats chats) {
        this.chats = chats;
        this.sending = new FakeSending(chats);
    }

    void methods(Map<String, Function<FakeCall, JsonNode>> methods) {
        methods.put("editMessageText", this::editText);
        methods.put("editMessageCaption", this::editCaption);
        methods.put("editMessageMedia", this::editMedia);
        methods.put("editMessageReplyMarkup", this::editKeyboard);
        methods.put("deleteMessage", this::delete);
        methods.put("deleteMessages", this::deleteMany);
    }

    private JsonNode editText(FakeCall call) {
        var text = FakeSending.text(call);
        var message = editable(call);
        if (!message.kind().equals("text")) {
            throw bad("there is no text in the message to edit");
        }
        return edit(call, message, text);
    }

    private JsonNode editCaption(FakeCall call) {
        var message = editable(call);
        if (!FakeContent.WITH_FILE.contains(message.kind())) {
            throw bad("there is no caption in the message to edit");
        }
        var caption = FakeMarks.caption(call);
        return edit(call, message, message.content().saying(caption.text(), caption.entities()));
    }

    private JsonNode editMedia(FakeCall call) {
        var message = editable(call);
        var item = call.tree("media").orElseThrow(() -> bad("Parameter \"media\" is required"));
        if (!FakeContent.WITH_FILE.contains(message.kind()) || message.kind().equals("voice")) {
            throw bad("there is no media in the message to edit");
        }
        return edit(call, message, sending.item(call, item.path("type").asString(""), item));
    }

    private JsonNode editKeyboard(FakeCall call) {
        var message = editable(call);
        return edit(call, message, message.content());
    }

    private FakeMessage editable(FakeCall call) {
        var message = chats.find(call.number("chat_id", 0), call.number("message_id", 0))
                .orElseThrow(() -> bad("message to edit not found"));
        if (!message.ours()) {
            throw bad("message can't be edited");
        }
        return message;
    }

    /** Without a keyboard in the call the old one goes. */
    private JsonNode edit(FakeCall call, FakeMessage message, FakeContent content) {
        var rows = FakeMessage.rows(call.tree("reply_markup"));
        if (message.content().equals(content) && message.rows().equals(rows)) {
            throw bad("message is not modified: specified new message content and reply markup are exactly the same"
                    + " as a current content and reply markup of the message");
        }
        return chats.edit(message, content, rows).json();
    }

    private JsonNode delete(FakeCall call) {
        long chat = call.number("chat_id", 0);
        var message =
                chats.find(chat, call.number("message_id", 0)).orElseThrow(() -> bad("message to delete not found"));
        delete(List.of(message));
        return BooleanNode.TRUE;
    }

    /** What is gone already is no obstacle. */
    private JsonNode deleteMany(FakeCall call) {
        var ids = call.tree("message_ids").orElseThrow(() -> bad("message identifiers are not specified"));
        if (ids.size() > MOST_AT_ONCE) {
            throw bad("too many message identifiers specified");
        }
        long chat = call.number("chat_id", 0);
        chats.open(chat);
        delete(ids.valueStream()
                .flatMap(id -> chats.find(chat, id.asLong()).stream())
                .toList());
        return BooleanNode.TRUE;
    }

    private void delete(List<FakeMessage> messages) {
        for (FakeMessage message : messages) {
            if (message.chat() < 0 && !message.ours()) {
                throw bad("message can't be deleted");
            }
            if (chats.now() - message.date() > DELETABLE_SECONDS) {
                throw bad("message can't be deleted for everyone");
            }
        }
        messages.forEach(message -> chats.delete(message.chat(), message.id()));
    }
}
