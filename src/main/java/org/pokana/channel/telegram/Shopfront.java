package org.pokana.channel.telegram;

import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.messaging.Menu;
import org.pokana.messaging.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.DeleteMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.description.SetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyShortDescription;
import org.telegram.telegrambots.meta.api.methods.menubutton.SetChatMenuButton;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.api.objects.menubutton.MenuButtonCommands;
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
    static void soon(Runnable dressing) {
        var thread = new Thread(dressing, "telegram-shopfront");
        thread.setDaemon(true);
        thread.start();
    }

    void dress() {
        try {
            dress(words.spoken(null), null);
            for (String language : words.languages()) {
                dress(Locale.forLanguageTag(language), language);
            }
            telegram.execute(SetChatMenuButton.builder()
                    .menuButton(MenuButtonCommands.builder().build())
                    .build());
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
        show(menu.everybody(), new BotCommandScopeAllPrivateChats(), language, tag);
    }

    /** What everybody sees and what only organizers do. */
    void showOrganizer(String chat) throws TelegramApiException {
        var all = Stream.concat(menu.everybody().stream(), menu.organizers().stream())
                .toList();
        var scope = BotCommandScopeChat.builder().chatId(chat).build();
        show(all, scope, words.spoken(null), null);
        for (String language : words.languages()) {
            show(all, scope, Locale.forLanguageTag(language), language);
        }
    }

    void showNothingSpecial(String chat) throws TelegramApiException {
        var scope = BotCommandScopeChat.builder().chatId(chat).build();
        set(DeleteMyCommands.builder().scope(scope).build());
        for (String language : words.languages()) {
            set(DeleteMyCommands.builder().scope(scope).languageCode(language).build());
        }
    }

    private void show(List<Menu.Entry> entries, BotCommandScope scope, Locale language, @Nullable String tag)
            throws TelegramApiException {
        var commands = entries.stream()
                .limit(MOST_COMMANDS)
                .map(entry -> new BotCommand(entry.command(), words.say(entry.description(), language)))
                .toList();
        if (!commands.isEmpty()) {
            set(SetMyCommands.builder()
                    .commands(commands)
                    .scope(scope)
                    .languageCode(tag)
                    .build());
        }
    }

    private void set(BotApiMethod<Boolean> method) throws TelegramApiException {
        telegram.execute(method);
    }
}
