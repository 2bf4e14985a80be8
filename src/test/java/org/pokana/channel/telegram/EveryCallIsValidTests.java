package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EveryCallIsValidTests {

    private final EveryCallIsValid check = new EveryCallIsValid();

    @Test
    void failsATestWhoseAuthorForgotToLook() {
        try (var fake = FakeTelegram.open()) {
            new RawBot(fake).calls("sendMessage", "{'chat_id':7,'text':'x','disable_web_page_preview':true}");
        }

        assertThatThrownBy(() -> check.afterEach(null))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("sendMessage.disable_web_page_preview: no such field");
        assertThatCode(() -> check.afterEach(null)).as("blames each once").doesNotThrowAnyException();
    }

    @Test
    void failsItAlsoWhenTheCallWasMeantToGoWrong() {
        try (var fake = FakeTelegram.open()) {
            fake.next("*").throttles(5);
            new RawBot(fake).calls("sendMessage", "{'chat_id':7}");
        }

        assertThatThrownBy(() -> check.afterEach(null)).hasMessageContaining("sendMessage.text: missing");
    }

    @Test
    void forgivesWhatWasMeant() {
        try (var fake = FakeTelegram.open()) {
            new RawBot(fake).calls("sendMessage", "{}");
            assertThat(fake.violations()).isNotEmpty();
            fake.forgives();
        }

        assertThatCode(() -> check.afterEach(null)).doesNotThrowAnyException();
    }
}
