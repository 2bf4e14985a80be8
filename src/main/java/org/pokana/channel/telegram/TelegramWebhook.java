package org.pokana.channel.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.pokana.channel.telegram.TelegramSetup.Webhook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Telegram delivers updates: whoever knows the secret is believed, and hears "200" once the update is stored. An
 * update we cannot read is accepted too, as Telegram would otherwise bring it again for a day and hold back everything
 * else of that person.
 */
@RestController
@Conditional(Webhook.class)
class TelegramWebhook {

    static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

    private static final Logger log = LoggerFactory.getLogger(TelegramWebhook.class);
    private static final int LARGEST = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TelegramSettings settings;
    private final WebhookReception reception;
    private final AtomicBoolean garbled = new AtomicBoolean();

    TelegramWebhook(TelegramSettings settings, WebhookReception reception) {
        this.settings = settings;
        this.reception = reception;
    }

    @PostMapping(WebhookAddress.FOLDER + "{name}")
    ResponseEntity<Void> receive(
            @PathVariable String name,
            @RequestHeader(name = SECRET, required = false) @Nullable String secret,
            HttpServletRequest request)
            throws IOException {
        boolean known = WebhookAddress.same(WebhookAddress.name(settings), name)
                & WebhookAddress.same(settings.secret(), secret == null ? "" : secret);
        if (!known) {
            return answer(HttpStatus.FORBIDDEN);
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        return body.length > LARGEST ? answer(HttpStatus.CONTENT_TOO_LARGE) : store(body);
    }

    private ResponseEntity<Void> store(byte[] body) {
        try {
            var update = JSON.readTree(body);
            if (Updates.isOne(update)) {
                reception.receive(update);
            }
            return answer(HttpStatus.OK);
        } catch (IOException e) {
            if (!garbled.getAndSet(true)) { // once is enough to know
                log.warn("Telegram delivered something that is no JSON; it and its like are dropped.");
            }
            return answer(HttpStatus.OK);
        } catch (RuntimeException e) {
            log.warn("An update could not be stored; Telegram will bring it again.");
            log.debug("the reason", e);
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, "5")
                    .build();
        }
    }

    private static ResponseEntity<Void> answer(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
