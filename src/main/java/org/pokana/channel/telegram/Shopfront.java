package org.pokana.channel.telegram;

import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pokana.messaging.Menu;
import org.pokana.messaging.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.description.SetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyShortDescription;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * What people see of the bot before they write: its description, and the menu of commands, in every language. It is
 * decoration: when Telegram takes none of it, everything else works all the same.
 */
final class Shopfront {

    private static final Logger log = LoggerFactory.getLogger(Shopfront.class);
    private static final int MOST_COMMANDS = 100;

    private final TelegramClient telegram;
    private final Words words;
    private final Menu menu;

    Shopfront(TelegramClient telegram, Words words, Menu menu) {
        this.telegram = telegram;
        this.words = words;
        this.menu = menu;
    }

    /** In the background, as Telegram takes its time over these. */
    void dressSoon() {
        var thread = new Thread(this::dress, "telegram-shopfront");
        thread.setDaemon(true);
        thread.start();
    }

    void dress() {
        try {
            dress(words.spoken(null), null);
            for (String language : words.languages()) {
                dress(Locale.forLanguageTag(language), language);
            }
        } catch (TelegramApiException | RuntimeException e) {
            log.warn("Telegram did not take the bot's description and commands; the old ones stay.");
            log.debug("the reason", e);
        }
    }

    /** @param tag null for people whose language has nothing of its own */
    private void dress(Locale language, @Nullable String tag) throws TelegramApiException {
        var description = words.say(phrase("telegram.description"), language);
        var shortDescription = words.say(phrase("telegram.short-description"), language);
        set(SetMyDescription.builder()
                .description(description)
                .languageCode(tag)
                .build());
        set(SetMyShortDescription.builder()
                .shortDescription(shortDescription)
                .languageCode(tag)
                .build());
        var commands = commands(language);
        if (!commands.isEmpty()) {
            set(SetMyCommands.builder()
                    .commands(commands)
                    .scope(new BotCommandScopeAllPrivateChats())
                    .languageCode(tag)
                    .build());
        }
    }

    private List<BotCommand> commands(Locale language) {
        return menu.everybody().stream()
                .limit(MOST_COMMANDS)
                .map(entry -> new BotCommand(entry.command(), words.say(entry.description(), language)))
                .toList();
    }

    private void set(BotApiMethod<Boolean> method) throws TelegramApiException {
        telegram.execute(method);
    }
}
