package org.pokana.channel.telegram;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** A chat on paper: as people read it, or with all that a script may want to know. */
final class FakeTranscript {

    private final List<FakeMessage> messages;

    FakeTranscript(List<FakeMessage> messages) {
        this.messages = messages;
    }

    String text() {
        return messages.stream().map(FakeTranscript::lines).collect(Collectors.joining("\n"));
    }

    private static String lines(FakeMessage message) {
        var kind = message.kind().equals("text") ? "" : "[" + message.kind() + "] ";
        var labels = message.rows().isEmpty() ? "" : "\n  " + message.labels();
        return (message.ours() ? "< " : "> ") + kind + message.text() + labels;
    }

    ArrayNode json() {
        var all = JsonMapper.shared().createArrayNode();
        messages.forEach(message -> {
            var json = all.addObject();
            json.put("id", message.id()).put("ours", message.ours()).put("kind", message.kind());
            json.put("text", message.text()).put("revision", message.revision());
            if (!message.album().isEmpty()) {
                json.put("album", message.album());
            }
            if (!message.content().files().isEmpty()) {
                json.put("size", message.file().length);
            }
            var buttons = json.putArray("buttons");
            message.buttons()
                    .forEach(button ->
                            buttons.addObject().put("label", button.label()).put("data", button.data()));
        });
        return all;
    }
}
