package org.pokana.store;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the data is: the address of a real MongoDB or, without one, the folder of the embedded store. */
@ConfigurationProperties("pokana.store")
record StoreSettings(
        @DefaultValue("") String uri, @DefaultValue("data") String data) {

    boolean isEmbedded() {
        return uri.isBlank();
    }
}
