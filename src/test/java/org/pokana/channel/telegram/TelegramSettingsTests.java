package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TelegramSettingsTests {

    private static final String TOKEN = "123456:ABC-DEF_ghi";

    @EnableConfigurationProperties(TelegramSettings.class)
    static class OnlyTheSettings {}

    private final ApplicationContextRunner start =
            new ApplicationContextRunner().withUserConfiguration(OnlyTheSettings.class);

    @Test
    void needsNothingButAToken() {
        start.withPropertyValues("pokana.telegram.token=" + TOKEN).run(context -> {
            var settings = context.getBean(TelegramSettings.class);
            assertThat(settings.bot()).isEqualTo("123456");
            assertThat(settings.webhook()).isFalse();
            assertThat(settings.url().getHost()).isEqualTo("api.telegram.org");
            assertThat(settings.url().getPort()).isEqualTo(443);
        });
    }

    @Test
    void reachesAnyServer() {
        start.withPropertyValues("pokana.telegram.token=" + TOKEN, "pokana.telegram.api=http://127.0.0.1:8081/")
                .run(context -> {
                    var url = context.getBean(TelegramSettings.class).url();
                    assertThat(url.getSchema() + " " + url.getHost() + " " + url.getPort())
                            .isEqualTo("http 127.0.0.1 8081");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "token, my-token, POKANA_TELEGRAM_TOKEN",
        "token, 123456, POKANA_TELEGRAM_TOKEN",
        "api, api.telegram.org, POKANA_TELEGRAM_API",
        "api, https://api.telegram.org/bot, POKANA_TELEGRAM_API",
        "api, ftp://api.telegram.org, POKANA_TELEGRAM_API",
        "mode, pooling, POKANA_TELEGRAM_MODE",
        "mode, webhook, POKANA_TELEGRAM_SECRET",
    })
    void stopsTheStartWithOneSentenceThatNamesTheSetting(String setting, String value, String named) {
        start.withPropertyValues("pokana.telegram.token=" + TOKEN, "pokana.telegram." + setting + "=" + value)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(WrongTelegramSetting.class)
                        .hasMessageContaining(named)
                        .hasMessageNotContaining(TOKEN));
    }

    @Test
    void tellsTheOperatorWithoutTellingTheToken(CapturedOutput output) {
        var application = new SpringApplication(OnlyTheSettings.class);
        application.setWebApplicationType(WebApplicationType.NONE);

        assertThatThrownBy(() -> application.run("--pokana.telegram.token=" + TOKEN + " oops"));

        assertThat(output.getAll())
                .contains("POKANA_TELEGRAM_TOKEN is not a bot token")
                .doesNotContain(TOKEN, "\tat ");
    }

    @Test
    void keepsTheTokenOutOfItsOwnDescription() {
        start.withPropertyValues("pokana.telegram.token=" + TOKEN).run(context -> assertThat(
                        context.getBean(TelegramSettings.class).toString())
                .doesNotContain("ABC"));
    }

    @Test
    void asksForASecureAddressWhereTelegramDoes() {
        var settings = new TelegramSettings(
                TOKEN,
                "https://api.telegram.org",
                "webhook",
                "0123456789abcdef",
                false,
                java.time.Duration.ofSeconds(5));

        assertThatThrownBy(() -> settings.checkWebhookAddress("http://localhost:8080"))
                .isInstanceOf(WrongTelegramSetting.class)
                .hasMessageContaining("POKANA_PUBLIC_URL");
        settings.checkWebhookAddress("https://pokana.example.org");
    }
}
