package org.pokana.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pokana.settings.Chosen;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@ExtendWith(OutputCaptureExtension.class)
class BadRemindersTests {

    @Test
    void stopTheStartWithASentenceNamingTheSettingAndTheRule(CapturedOutput output) {
        assertThatThrownBy(() -> start("2h,3x")).hasStackTraceContaining("BadReminders");

        assertThat(output)
                .contains("POKANA_REMINDERS is '2h,3x'. The reminder rule '3x' is not one such as 7d@10:00, 2h or 45m.")
                .contains("leave it out for 7d@10:00,1d@10:00,2h")
                .doesNotContain("Failed to bind")
                .doesNotContain("\tat org.");
    }

    @Test
    void areNotThereWhenTheSettingIsRight() {
        try (var context = start("2m")) {
            assertThat(context.getBean(ReminderSettings.class).rules()).hasSize(1);
        }
    }

    private static ConfigurableApplicationContext start(String reminders) {
        return new SpringApplicationBuilder(OnlyRules.class)
                .web(WebApplicationType.NONE)
                .run("--pokana.reminders=" + reminders);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ReminderSettings.class)
    @Import(Rules.class)
    static class OnlyRules {

        @Bean
        Supplier<Chosen> nothing() {
            return () -> Chosen.NOTHING;
        }
    }
}
