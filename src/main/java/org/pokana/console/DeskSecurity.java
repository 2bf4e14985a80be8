package org.pokana.console;

import jakarta.servlet.DispatcherType;
import org.pokana.contact.Role;
import org.pokana.desk.DeskSessions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.util.unit.DataSize;

/** The doors: the public one is open, that of the desk is for organizers, and both are as {@link DeskRoutes} says. */
@Configuration(proxyBeanMethods = false)
class DeskSecurity {

    @Bean
    SecurityFilterChain doors(
            HttpSecurity security,
            DeskSessions sessions,
            DeskCookie cookie,
            DeskCsrf csrf,
            TurnedAway turnedAway,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize most) {
        return security.authorizeHttpRequests(DeskSecurity::routes)
                .addFilterBefore(new DeskDoor(sessions, cookie), CsrfFilter.class)
                .addFilterBefore(new TooMuch(most.toBytes()), CsrfFilter.class)
                .csrf(changes -> changes.csrfTokenRepository(csrf)
                        // What is not the desk knows its people by other means, and says so to other sites itself.
                        .requireCsrfProtectionMatcher(new AndRequestMatcher(
                                CsrfFilter.DEFAULT_CSRF_MATCHER,
                                PathPatternRequestMatcher.pathPattern(DeskRoutes.DESK + "/**"))))
                .exceptionHandling(
                        away -> away.authenticationEntryPoint(turnedAway).accessDeniedHandler(turnedAway))
                .sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable) // see SecurityHeaders
                .build();
    }

    private static void routes(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry routes) {
        routes.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll();
        for (DeskRoutes.Route route : DeskRoutes.OF_THE_DESK) {
            var matched = routes.requestMatchers(route.method(), route.pattern());
            Role role = route.role();
            if (role == null) {
                matched.permitAll();
            } else {
                matched.hasAuthority(role.name());
            }
        }
        routes.requestMatchers(DeskRoutes.DESK, DeskRoutes.DESK + "/**")
                .denyAll()
                .anyRequest()
                .permitAll();
    }

    /** Keeps a user with a password of its own making from being made. */
    @Bean
    AuthenticationManager nobodyByPassword() {
        return person -> {
            throw new AuthenticationServiceException("nobody signs in with a password");
        };
    }
}
