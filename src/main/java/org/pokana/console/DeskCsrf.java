package org.pokana.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Ids;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/**
 * What our own pages know and no other site's can: it follows from the cookie, so nothing is kept and it changes with
 * each session.
 */
@Component
class DeskCsrf implements CsrfTokenRepository {

    static final String HEADER = "X-CSRF-TOKEN";
    private static final Duration ENTRY_KEPT = Duration.ofHours(1);
    private static final String ENTRY = DeskCsrf.class.getName();

    private final DeskCookie cookie;
    private final Ids ids;

    DeskCsrf(DeskCookie cookie, Ids ids) {
        this.cookie = cookie;
        this.ids = ids;
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return cookie.read(request, DeskCookie.SESSION)
                .or(() -> cookie.read(request, DeskCookie.ENTRY))
                .map(DeskCsrf::of)
                .orElse(null);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        var entry = ids.next();
        request.setAttribute(ENTRY, entry);
        return of(entry);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && request.getAttribute(ENTRY) instanceof String entry) {
            cookie.write(request, response, DeskCookie.ENTRY, entry, ENTRY_KEPT);
        }
    }

    private static CsrfToken of(String secret) {
        return new DefaultCsrfToken(HEADER, "_csrf", hash("this came from a page of the desk: " + secret));
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
