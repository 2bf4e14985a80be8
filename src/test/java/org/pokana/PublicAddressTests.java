package org.pokana;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Where links lead when nobody has said where we are. */
class PublicAddressTests {

    @Test
    void isTheComputerItselfAtThePortInUse() {
        assertThat(address(Map.of())).isEqualTo("http://localhost:8080");
        assertThat(address(Map.of("SERVER_PORT", "9123"))).isEqualTo("http://localhost:9123");
        assertThat(address(Map.of("server.port", "9124"))).isEqualTo("http://localhost:9124");
    }

    @Test
    void isWhatWasSaid() {
        assertThat(address(Map.of("SERVER_PORT", "9123", "POKANA_PUBLIC_URL", "https://pokana.example")))
                .isEqualTo("https://pokana.example");
    }

    private static String address(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().addFirst(new MapPropertySource("settings", settings));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment.getRequiredProperty("pokana.public-url");
    }
}
