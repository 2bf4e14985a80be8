package org.pokana.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;

/** Where those go who may not come in: strangers to the page that says how, others to one that says that they may not. */
@Component
class TurnedAway implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, @Nullable AuthenticationException stranger)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            // A part of a page: all of it has to go, rather than show the sign-in within itself.
            response.setHeader("HX-Redirect", DeskRoutes.SIGN_IN);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (accepted != null && accepted.contains(MediaType.TEXT_EVENT_STREAM_VALUE)) {
            // A page that listens would take anything else for trouble, and come back again and again.
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.getWriter().write("event:out\ndata:{}\n\n");
            return;
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, DeskRoutes.SIGN_IN);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (SecurityContextHolder.getContext().getAuthentication() == null && !isSigningIn(request)) {
            commence(request, response, null);
            return;
        }
        response.sendError((isKnown(request) ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND).value());
    }

    private static boolean isSigningIn(HttpServletRequest request) {
        return request.getRequestURI().equals("/desk/in")
                || request.getRequestURI().equals(DeskRoutes.SIGN_IN);
    }

    private static boolean isKnown(HttpServletRequest request) {
        return DeskRoutes.OF_THE_DESK.stream()
                .anyMatch(route -> route.method().equals(HttpMethod.valueOf(request.getMethod()))
                        && PathPatternRequestMatcher.pathPattern(route.pattern())
                                .matches(request));
    }
}
