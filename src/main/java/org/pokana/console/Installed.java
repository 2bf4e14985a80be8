package org.pokana.console;

import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What only an operator can change, in the environment of the service; of secrets nothing but that there are some. */
@Component
class Installed {

    private final Environment environment;

    Installed(Environment environment) {
        this.environment = environment;
    }

    /**
     * One setting.
     *
     * @param name of the variable
     * @param value empty where there is none, and for secrets
     * @param set whether there is a value
     */
    public record Setting(String name, String value, boolean secret, boolean set) {}

    List<Setting> all() {
        return List.of(
                open("POKANA_PUBLIC_URL", "pokana.public-url"),
                open("SERVER_PORT", "server.port"),
                open("POKANA_ZONE", "pokana.zone"),
                open("POKANA_WIDGET_SITES", "pokana.widget-sites"),
                open("POKANA_RETENTION_DAYS", "pokana.retention-days"),
                open("POKANA_TELEGRAM_MODE", "pokana.telegram.mode"),
                open("POKANA_TELEGRAM_API", "pokana.telegram.api"),
                secret("POKANA_TELEGRAM_TOKEN", "pokana.telegram.token"),
                secret("POKANA_TELEGRAM_SECRET", "pokana.telegram.secret"),
                secret("POKANA_MONGODB_URI", "pokana.store.uri"),
                open("POKANA_MESSAGES", "pokana.messages"));
    }

    private Setting open(String name, String key) {
        var value = environment.getProperty(key, "");
        return new Setting(name, value, false, !value.isBlank());
    }

    private Setting secret(String name, String key) {
        return new Setting(name, "", true, !environment.getProperty(key, "").isBlank());
    }
}
