package org.pokana.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.messaging.Links;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The cookies of the desk: no script reads them and no other site's page sends them along with a change. Where people
 * come by https, no neighbouring site can plant one either ({@code __Host-}).
 */
@Component
class DeskCookie {

    static final String SESSION = "pokana_desk";

    /** Before somebody is signed in, so that only our own page can sign them in. */
    static final String ENTRY = "pokana_desk_entry";

    private static final String OURS_ALONE = "__Host-";

    private final boolean https;

    /** A proxy in front of us speaks https for us, so what counts is the address people use. */
    DeskCookie(Links links) {
        https = links.page("").startsWith("https:");
    }

    Optional<String> read(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, named(request, name)))
                .map(cookie -> cookie.getValue())
                .filter(value -> value.matches("[a-z0-9-]{8,64}"));
    }

    /** @param value null to take it away */
    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            @Nullable String value,
            Duration kept) {
        var cookie = ResponseCookie.from(named(request, name), value == null ? "" : value)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(isSecure(request))
                .path("/")
                .maxAge(value == null ? Duration.ZERO : kept)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String named(HttpServletRequest request, String name) {
        return isSecure(request) ? OURS_ALONE + name : name;
    }

    private boolean isSecure(HttpServletRequest request) {
        return https || request.isSecure();
    }
}
