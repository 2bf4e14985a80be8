package org.pokana.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the sites that were named show the chat in a frame; nobody else, and no other page. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class WidgetHeaders extends OncePerRequestFilter {

    private static final Set<String> OURS = Set.of(WidgetController.PAGE, WidgetController.SCRIPT);

    private final WidgetSites sites;

    WidgetHeaders(WidgetSites sites) {
        this.sites = sites;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return sites.none() || !OURS.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", SecurityHeaders.content(sites.ancestors()));
        response.setHeader("X-Frame-Options", null); // knows no list, and the policy says it all
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        chain.doFilter(request, response);
    }
}
