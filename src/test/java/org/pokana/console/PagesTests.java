package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.dimitrovgrad;
import static org.pokana.forum.TestForums.haskovo;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.contact.Profile;
import org.pokana.forum.Arrivals;
import org.pokana.forum.ForumKit;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Entrance;
import org.pokana.messaging.Links;
import org.pokana.messaging.Words;
import org.pokana.paper.PaperKit;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The pages behind the codes on paper, and the calendars, as browsers and calendar programs get them. */
class PagesTests {

    private static final Locale BULGARIAN = Locale.forLanguageTag("bg");

    private final ForumKit kit = new ForumKit(haskovo(5), dimitrovgrad(5));
    private final Words words = Words.read(Optional.empty());
    private final PaperKit papers = new PaperKit(kit.mongo(), kit.registrations, words, kit.clock);
    private final ContactId olena = new ContactId("olena");

    @AfterEach
    void closeStore() {
        kit.close();
    }

    private MockMvc site(Entrance... entrances) {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        var views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        var languages = new PageLanguage(words);
        var links = new Links(List.of(entrances), "https://pokana.example.org");
        return MockMvcBuilders.standaloneSetup(
                        new PaperPages(papers.certificates, papers.passes, kit.forums, links, words, languages),
                        new CalendarController(kit.forums, words, kit.clock))
                .setViewResolvers(views)
                .setLocaleResolver(languages)
                .build();
    }

    private MockHttpServletResponse get(MockMvc site, String path, String... headers) {
        var request = MockMvcRequestBuilders.get(java.net.URI.create(path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            var response = site.perform(request).andReturn().getResponse();
            response.setCharacterEncoding("UTF-8");
            return response;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String certificate(String name) {
        kit.registrations.register("haskovo", olena, new Profile("ngo", "haskovo", "Сдружение „Мост“", name));
        var arrived = new Arrivals(kit.mongo(), kit.clock)
                .checkIn("haskovo", olena, olena)
                .orElseThrow();
        var link = papers.certificates
                .of(kit.forum("haskovo"), arrived, BULGARIAN)
                .orElseThrow()
                .link();
        return link.replace("https://pokana.example.org", "");
    }

    @Test
    void saysThatACertificateIsValid() {
        var page = get(site(), certificate("Олена <script>Коваль") + "?lang=bg");

        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(text(page))
                .contains("Сертификатът е валиден", "Олена &lt;script&gt;Коваль", "Форум Хасково", "HASKOVO/1")
                .contains("25 февруари 2027")
                .doesNotContain("<script>", "Мост");
        assertThat(page.getHeader(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
        assertThat(text(get(site(), certificate("Олена") + "?lang=en")))
                .contains("The certificate is valid", "Forum Haskovo", "25 February 2027");
    }

    @Test
    void knowsNoOtherCertificate() {
        var link = certificate("Олена Коваль");
        for (String wrong : List.of(link.replace("haskovo.1", "haskovo.2"), link + "x", "/certificate/%3Cb%3E")) {
            var page = get(site(), wrong + "?lang=bg");
            assertThat(page.getStatus()).as(wrong).isEqualTo(404);
            assertThat(text(page)).contains("Не познаваме такъв сертификат").doesNotContain("Олена", "<b>");
        }
        kit.registrations.release("haskovo", olena);
        assertThat(get(site(), link).getStatus()).isEqualTo(404);
    }

    @Test
    void aPhotographedCodeSaysNoName() {
        certificate("Олена Коваль");
        var link = papers.passes
                .link(kit.registrations.find("haskovo", olena).orElseThrow())
                .replace("https://pokana.example.org", "");

        assertThat(text(get(site(), link + "?lang=bg")))
                .contains("Покажете този код на входа", "Форум Хасково")
                .doesNotContain("Олена", "Мост");
        assertThat(get(site(), link + "x").getStatus()).isEqualTo(404);
    }

    @Test
    void thePosterLeadsToWherePeopleTalk() {
        assertThat(get(site(), "/go/haskovo").getRedirectedUrl()).isEqualTo("/?start=poster-haskovo");
        var telegram = new Entrance() {
            @Override
            public String channel() {
                return "telegram";
            }

            @Override
            public Optional<String> link(String start) {
                return Optional.of("https://t.me/pokana_bot?start=" + start);
            }
        };
        assertThat(text(get(site(telegram), "/go/haskovo?lang=bg")))
                .contains("https://t.me/pokana_bot?start=poster-haskovo", "/?start=poster-haskovo", "В Telegram");
        assertThat(get(site(telegram), "/go/nowhere").getStatus()).isEqualTo(404);
    }

    @Test
    void theSeasonIsReadByAnotherCalendarProgram() {
        kit.forums.move("haskovo", LocalDateTime.parse("2027-03-29T09:00"));
        kit.forums.cancel("dimitrovgrad");
        kit.clock.set(Instant.parse("2027-06-01T08:00:00Z"));

        var events = events(parsed(get(site(), "/calendar.ics?lang=bg")));
        assertThat(events).containsOnlyKeys("haskovo@pokana", "dimitrovgrad@pokana");
        var haskovo = events.get("haskovo@pokana");
        assertThat(value(haskovo, "SUMMARY")).isEqualTo("Форум Хасково");
        assertThat(value(haskovo, "SEQUENCE")).isEqualTo("2");
        assertThat(value(haskovo, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(haskovo, "DTSTART")).isEqualTo("20270329T060000Z");
        assertThat(value(events.get("dimitrovgrad@pokana"), "STATUS")).isEqualTo("CANCELLED");
        for (String id : List.of("haskovo", "dimitrovgrad")) {
            var single = events(parsed(get(site(), "/forums/" + id + ".ics?lang=bg")));
            assertThat(single).as("the same entry by itself").containsOnlyKeys(id + "@pokana");
            assertThat(value(single.get(id + "@pokana"), "SEQUENCE"))
                    .isEqualTo(value(events.get(id + "@pokana"), "SEQUENCE"));
        }
        kit.clock.set(Instant.parse("2028-06-01T08:00:00Z"));
        assertThat(text(get(site(), "/calendar.ics")))
                .as("more than a year ago")
                .contains("BEGIN:VCALENDAR")
                .doesNotContain("BEGIN:VEVENT");
        assertThat(get(site(), "/forums/nowhere.ics").getStatus()).isEqualTo(404);
    }

    @Test
    void calendarsFetchOnlyWhatIsNew() {
        var first = get(site(), "/calendar.ics?lang=bg");
        var tag = String.valueOf(first.getHeader(HttpHeaders.ETAG));
        assertThat(first.getContentType()).startsWith("text/calendar");
        assertThat(first.getHeader(HttpHeaders.CACHE_CONTROL)).isEqualTo("max-age=3600, public");
        assertThat(get(site(), "/calendar.ics?lang=bg", HttpHeaders.IF_NONE_MATCH, tag)
                        .getStatus())
                .isEqualTo(304);

        kit.forums.move("haskovo", LocalDateTime.parse("2027-02-26T09:00"));
        assertThat(get(site(), "/calendar.ics?lang=bg", HttpHeaders.IF_NONE_MATCH, tag)
                        .getStatus())
                .isEqualTo(200);
    }

    private static Calendar parsed(MockHttpServletResponse response) {
        try {
            var calendar = new CalendarBuilder().build(new StringReader(text(response)));
            assertThat(calendar.validate().getEntries())
                    .filteredOn(entry ->
                            !entry.getMessage().contains("ORGANIZER")) // we publish for all, by no mail address
                    .isEmpty();
            return calendar;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, VEvent> events(Calendar calendar) {
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        return events.stream().collect(Collectors.toMap(event -> value(event, "UID"), event -> event));
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }
}
