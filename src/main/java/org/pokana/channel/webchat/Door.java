package org.pokana.channel.webchat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pokana.channel.webchat.Refusal.Why;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Who comes in: our own page only, with a cookie we gave it, and not too often. */
@Component
class Door {

    static final String COOKIE = "pokana_chat";

    private static final Pattern SESSION = Pattern.compile("[a-z0-9]{20,64}");

    private final WebChatSessions sessions;
    private final Allowance perSession;
    private final Allowance perAddress;
    private final Allowance newSessions;

    Door(WebChatSessions sessions, WebChatSettings settings, Clock clock) {
        this.sessions = sessions;
        this.perSession = new Allowance(clock, settings.perSession());
        this.perAddress = new Allowance(clock, settings.perAddress());
        this.newSessions = new Allowance(clock, settings.newSessions());
    }

    /** The session of this browser, if it has one of ours. */
    Optional<String> session(HttpServletRequest request) {
        return cookie(request).filter(sessions::knows);
    }

    String sessionNeeded(HttpServletRequest request) {
        return session(request).orElseThrow(() -> new Refusal(Why.NO_SESSION));
    }

    /** Gives the browser a session, or the one it has for longer. */
    void welcome(HttpServletRequest request, HttpServletResponse response) {
        var session = session(request).orElseGet(() -> {
            within(newSessions, request.getRemoteAddr());
            return sessions.open();
        });
        keep(session, request, response);
    }

    /** Lets one message of the session in. */
    void letIn(String session, HttpServletRequest request) {
        within(perAddress, request.getRemoteAddr());
        within(perSession, session);
    }

    void keep(String session, HttpServletRequest request, HttpServletResponse response) {
        sessions.seen(session);
        var cookie = ResponseCookie.from(COOKIE, session)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .path("/")
                .maxAge(WebChatSessions.KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /**
     * Turns other sites' pages away. Every browser says where a request was made; what does not is no browser, carries
     * nobody's cookie and so cannot be tricked.
     */
    void fromOurPage(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean ours = site != null ? site.equals("same-origin") : origin == null || isOurs(origin, request);
        if (!ours) {
            throw new Refusal(Why.FOREIGN);
        }
    }

    /** Compares without the scheme, which a proxy in front of us may have changed. */
    private static boolean isOurs(String origin, HttpServletRequest request) {
        try {
            return request.getHeader(HttpHeaders.HOST) != null
                    && request.getHeader(HttpHeaders.HOST)
                            .equalsIgnoreCase(String.valueOf(URI.create(origin).getRawAuthority()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void within(Allowance allowance, String key) {
        var wait = allowance.take(key);
        if (!wait.isZero()) {
            throw new Refusal(Why.TOO_MANY, wait);
        }
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)
                        && SESSION.matcher(cookie.getValue()).matches()) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }
}
