package org.pokana.channel.webchat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pokana.channel.webchat.Refusal.Why;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Who comes in: our own page only, with a cookie we gave it, and not too often. */
@Component
class Door {

    static final String COOKIE = "pokana_chat";

    /** Where we stand in a frame of another site; the browser keeps it for that site alone. */
    static final String FRAMED_COOKIE = "pokana_chat_framed";

    private static final Pattern SESSION = Pattern.compile("[a-z0-9]{20,64}");

    private final WebChatSessions sessions;
    private final Allowance perSession;
    private final Allowance perAddress;
    private final Allowance newSessions;
    private final boolean https;

    Door(
            WebChatSessions sessions,
            WebChatSettings settings,
            @Value("${pokana.public-url:}") String publicUrl,
            Clock clock) {
        this.https = publicUrl.startsWith("https:");
        this.sessions = sessions;
        this.perSession = new Allowance(clock, settings.perSession());
        this.perAddress = new Allowance(clock, settings.perAddress());
        this.newSessions = new Allowance(clock, settings.newSessions());
    }

    /** The session of this browser, if it has one of ours. */
    Optional<String> session(HttpServletRequest request) {
        return Stream.of(COOKIE, FRAMED_COOKIE)
                .flatMap(name -> cookie(name, request).stream())
                .filter(sessions::knows)
                .findFirst();
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
        boolean framed = isFramed(session, request);
        var cookie = ResponseCookie.from(framed ? FRAMED_COOKIE : COOKIE, session)
                .httpOnly(true)
                .sameSite(framed ? "None" : "Lax")
                .partitioned(framed)
                .secure(framed || request.isSecure())
                .path("/")
                .maxAge(WebChatSessions.KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** As the browser sent it; a new one as the page says. Without https no browser takes what a frame would need. */
    private boolean isFramed(String session, HttpServletRequest request) {
        var known = Optional.of(session);
        if (cookie(COOKIE, request).equals(known)) {
            return false;
        }
        return cookie(FRAMED_COOKIE, request).equals(known)
                || ((https || request.isSecure()) && "true".equals(request.getParameter("framed")));
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

    private static Optional<String> cookie(String name, HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> SESSION.matcher(value).matches())
                .findFirst();
    }
}
