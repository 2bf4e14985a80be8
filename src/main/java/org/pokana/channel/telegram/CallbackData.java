package org.pokana.channel.telegram;

import java.util.Optional;

/**
 * What a button carries: a version, whether its message stays as it is, and the pick. Buttons live in people's chats
 * for ever, so what an older or a newer version of us has sent must be told from what this one sends.
 */
record CallbackData(String pick, boolean lasting) {

    private static final String VANISHING = "1:";
    private static final String LASTING = "1!";

    static Optional<CallbackData> read(String data) {
        if (data.length() <= VANISHING.length()) {
            return Optional.empty();
        }
        var pick = data.substring(VANISHING.length());
        if (data.startsWith(VANISHING)) {
            return Optional.of(new CallbackData(pick, false));
        }
        return data.startsWith(LASTING) ? Optional.of(new CallbackData(pick, true)) : Optional.empty();
    }

    String text() {
        return (lasting ? LASTING : VANISHING) + pick;
    }
}
