package org.pokana.channel.telegram;

/** A setting the service cannot start with; its message is the sentence for whoever runs it. */
final class WrongTelegramSetting extends RuntimeException {

    private static final long serialVersionUID = 1;

    WrongTelegramSetting(String sentence) {
        super(sentence);
    }
}
