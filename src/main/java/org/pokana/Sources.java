package org.pokana;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import org.pokana.kernel.Ids;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where time and new ids come from. */
@Configuration(proxyBeanMethods = false)
class Sources {

    /** Without vowels, so no id ever spells a word, and without what is easily misread. */
    private static final char[] LETTERS = "bcdfghjkmnpqrstvwxz23456789".toCharArray();

    /** 28 of 27 letters: 133 random bits. */
    private static final int LENGTH = 28;

    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    Ids ids() {
        var random = new SecureRandom();
        return () -> {
            var id = new StringBuilder(LENGTH);
            for (int i = 0; i < LENGTH; i++) {
                id.append(LETTERS[random.nextInt(LETTERS.length)]);
            }
            return id.toString();
        };
    }
}
