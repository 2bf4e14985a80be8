package org.pokana.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.pokana.contact.Role;
import org.pokana.desk.DeskSessions;
import org.pokana.desk.DeskSessions.Organizer;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows at each request who comes to the desk and what they may do at this moment; no page of it is kept by anybody. */
class DeskDoor extends OncePerRequestFilter {

    private final DeskSessions sessions;
    private final DeskCookie cookie;

    DeskDoor(DeskSessions sessions, DeskCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !leadsTo(request);
    }

    static boolean leadsTo(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.equals(DeskRoutes.DESK) || path.startsWith(DeskRoutes.DESK + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        cookie.read(request, DeskCookie.SESSION).flatMap(sessions::of).ifPresent(DeskDoor::letIn);
        chain.doFilter(request, response);
    }

    private static void letIn(Organizer organizer) {
        var allowed = Arrays.stream(Role.values())
                .filter(organizer::may)
                .map(role -> new SimpleGrantedAuthority(role.name()))
                .toList();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new UsernamePasswordAuthenticationToken(organizer, null, allowed));
        SecurityContextHolder.setContext(context);
    }
}
