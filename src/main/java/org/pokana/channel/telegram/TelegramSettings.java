package org.pokana.channel.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.telegram.telegrambots.meta.TelegramUrl;

/**
 * How the Telegram channel reaches its bot; without a token there is no such channel.
 *
 * @param mode {@code polling} or {@code webhook}
 * @param secret what Telegram must say with every call of our webhook
 * @param takeOver whether polling may remove a webhook that somebody else has set for the bot
 * @param longPoll how long Telegram may keep a request for updates waiting
 */
@ConfigurationProperties("pokana.telegram")
record TelegramSettings(
        @DefaultValue("") String token,
        @DefaultValue("https://api.telegram.org") String api,
        @DefaultValue("polling") String mode,
        @DefaultValue("") String secret,
        @DefaultValue("false") boolean takeOver,
        @DefaultValue("10s") Duration longPoll) {

    TelegramSettings {
        mode = mode.strip().toLowerCase(Locale.ROOT);
        token = token.strip();
        api = api.strip();
        if (!token.isEmpty()) {
            check(token, api, mode, secret);
        }
    }

    private static void check(String token, String api, String mode, String secret) {
        require(
                token.matches("\\d{3,20}:[A-Za-z0-9_-]{3,100}"),
                "POKANA_TELEGRAM_TOKEN is not a bot token such as @BotFather gives, for example 123456:ABC-DEF.");
        require(
                api.matches("https?://[A-Za-z0-9.-]+(:\\d{1,5})?/?"),
                "POKANA_TELEGRAM_API must be an address without a path, for example https://api.telegram.org.");
        require(mode.matches("polling|webhook"), "POKANA_TELEGRAM_MODE must be polling or webhook.");
        require(
                mode.equals("polling") || secret.matches("[A-Za-z0-9_-]{16,256}"),
                "POKANA_TELEGRAM_SECRET must be 16 to 256 letters, digits, - or _ when POKANA_TELEGRAM_MODE is"
                        + " webhook.");
    }

    private static void require(boolean right, String sentence) {
        if (!right) {
            throw new WrongTelegramSetting(sentence);
        }
    }

    boolean webhook() {
        return mode.equals("webhook");
    }

    /** Telegram itself calls only secure addresses; a server of one's own need not. */
    void checkWebhookAddress(String publicUrl) {
        require(
                publicUrl.startsWith("https://") || !api.startsWith("https://api.telegram.org"),
                "POKANA_PUBLIC_URL must be an address that begins with https:// when POKANA_TELEGRAM_MODE is webhook.");
    }

    /** The number of the bot, which is no secret. */
    String bot() {
        return token.substring(0, token.indexOf(':'));
    }

    TelegramUrl url() {
        var address = URI.create(api);
        int usual = address.getScheme().equals("https") ? 443 : 80;
        return TelegramUrl.builder()
                .schema(address.getScheme())
                .host(address.getHost())
                .port(address.getPort() < 0 ? usual : address.getPort())
                .build();
    }

    /** Where a file can be downloaded; never to be logged, as the token is in it. */
    String file(String path) {
        return api.replaceFirst("/$", "") + "/file/bot" + token + "/" + path;
    }

    /** Without the token and the secret, as it may end up in a log. */
    @Override
    public String toString() {
        return "TelegramSettings[api=" + api + ", mode=" + mode + "]";
    }
}
