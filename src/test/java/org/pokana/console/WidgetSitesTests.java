package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class WidgetSitesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://ngo.example | https://ngo.example",
                "https://ngo.example/ | https://ngo.example",
                "https://NGO.example:8443 | https://ngo.example:8443",
                "http://127.0.0.1:8081 , https://www.ngo.example,, | http://127.0.0.1:8081 https://www.ngo.example",
                "https://мост.бг | https://xn--l1aeje.xn--90ae",
                "'' | 'none'"
            })
    void namesTheSitesThatMayShowTheChat(String setting, String ancestors) {
        assertThat(sites(setting).ancestors()).isEqualTo(ancestors.equals("none") ? "'none'" : ancestors);
    }

    @Test
    void nobodyMayUnlessNamed() {
        assertThat(new WidgetSites(new WidgetSettings(null)).none()).isTrue();
        assertThat(policy(new WidgetSites(new WidgetSettings(null)), "/widget")).contains("frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ngo.example",
                "*",
                "https://*.ngo.example",
                "https://",
                "https://ngo.example/page",
                "https://ngo.example?x",
                "https://user@ngo.example",
                "ftp://ngo.example",
                "javascript://ngo.example",
                "https://ngo.example;script-src *",
                "https://ngo.example 'self'",
                "https://ngo.example:port",
                "https://ngo.example\r\nSet-Cookie: a=b"
            })
    void saysWhichIsNoSite(String setting) {
        assertThatThrownBy(() -> sites("https://first.example," + setting))
                .isInstanceOf(BadWidgetSites.class)
                .hasMessageContaining("POKANA_WIDGET_SITES has '" + setting + "'");
    }

    @Test
    void endsSuchAStartWithASentence() {
        var bad = new BadWidgetSites("ngo", null);

        var analysis = new BadWidgetSitesAnalyzer().analyze(bad);
        assertThat(analysis.getDescription())
                .isEqualTo("POKANA_WIDGET_SITES has 'ngo', which is not a site such as https://ngo.example.");
    }

    @Test
    void onlyTheWidgetIsShownInFrames() {
        var listed = sites("https://ngo.example");

        assertThat(policy(listed, "/widget"))
                .contains("frame-ancestors https://ngo.example")
                .doesNotContain("DENY");
        for (String other : new String[] {"/", "/widget/", "/widgets", "/questions", "/chat/history"}) {
            assertThat(policy(listed, other)).as(other).contains("frame-ancestors 'none'", "DENY");
        }
    }

    private static WidgetSites sites(String setting) {
        return new WidgetSites(new WidgetSettings(setting));
    }

    private static String policy(WidgetSites sites, String path) {
        var request = new MockHttpServletRequest("GET", path);
        var response = new MockHttpServletResponse();
        try {
            new SecurityHeaders().doFilter(request, response, (asked, answer) -> new WidgetHeaders(sites)
                    .doFilter(asked, answer, new MockFilterChain()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return response.getHeader("Content-Security-Policy") + " " + response.getHeader("X-Frame-Options");
    }
}
