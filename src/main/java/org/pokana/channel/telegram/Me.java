package org.pokana.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who we are on Telegram, and so whether something in a group is said to us. */
final class Me {

    private static final Pattern COMMAND = Pattern.compile("^/\\w+(@\\w+)?");

    private final String id;
    private volatile String name = "";

    /** @param id the bot's number; its name is known once Telegram has told it */
    Me(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    void isCalled(String username) {
        name = username;
    }

    /** Without which nobody can be sent to us; empty until Telegram has told it. */
    Optional<String> name() {
        return Optional.of(name).filter(known -> !known.isEmpty());
    }

    boolean isAddressed(JsonNode message) {
        var text = message.path("text").asText("");
        var command = COMMAND.matcher(text);
        if (command.find()) {
            var at = command.group(1);
            return at == null || isMe(at);
        }
        return mentions(text)
                || message.path("reply_to_message")
                        .path("from")
                        .path("id")
                        .asText("")
                        .equals(id);
    }

    private boolean mentions(String text) {
        return text.contains("@") && !text.equals(without(text));
    }

    private boolean isMe(String mention) {
        return !name.isEmpty() && mention.toLowerCase(Locale.ROOT).equals("@" + name.toLowerCase(Locale.ROOT));
    }

    /** What is said besides our name. */
    String without(String text) {
        return name.isEmpty()
                ? text
                : text.replaceAll("(?i)@" + Pattern.quote(name) + "(?!\\w)[,:]?", "")
                        .strip();
    }
}
