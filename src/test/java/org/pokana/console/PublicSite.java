package org.pokana.console;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pokana.contact.Responsible;
import org.pokana.faq.FaqKit;
import org.pokana.followup.MaterialsKit;
import org.pokana.forum.Forum;
import org.pokana.forum.ForumKit;
import org.pokana.messaging.Entrance;
import org.pokana.messaging.Links;
import org.pokana.messaging.Words;
import org.pokana.privacy.PrivacyKit;
import org.pokana.privacy.PrivacyNotice;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The public pages without a port: what somebody gets who asks for an address, as text. */
final class PublicSite implements AutoCloseable {

    static final String ADDRESS = "https://pokana.example.org";

    final ForumKit kit;
    final MaterialsKit materials;
    final Words words;
    final PrivacyNotice notice = PrivacyKit.notice("Сдружение „Мост“", "most@example.org");
    private final MockMvc site;

    PublicSite(Forum... forums) {
        this(Optional.empty(), List.of(), forums);
    }

    PublicSite(Optional<Path> messages, List<Entrance> entrances, Forum... forums) {
        kit = new ForumKit(forums);
        words = Words.read(messages);
        materials = new MaterialsKit(kit.mongo(), kit.clock);
        var languages = new PageLanguage(words);
        var links = new Links(entrances, ADDRESS);
        var frame = new Frame(words, languages, links);
        var cards = new ForumCards(kit.forums, kit.registrations, frame, words, kit.clock);
        site = MockMvcBuilders.standaloneSetup(
                        new PublicPageController(
                                cards, FaqKit.KNOWLEDGE, new Responsible(null, "forum@example.org"), frame),
                        new ForumPages(kit.forums, cards, materials.takeaways, materials.album, frame, links),
                        new AlbumPages(
                                kit.forums, cards, materials.album, frame, new Responsible(null, "most@example.org")),
                        new CalendarController(kit.forums, words, kit.clock),
                        new QuestionPages(FaqKit.KNOWLEDGE, new Finding(FaqKit.SEARCH), frame, kit.clock),
                        new PrivacyPage(notice, words, frame))
                .setViewResolvers(views())
                .setLocaleResolver(languages)
                .build();
    }

    private static ThymeleafViewResolver views() {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        var views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return views;
    }

    MockHttpServletResponse get(String path, String... query) {
        var request = MockMvcRequestBuilders.get(URI.create(path)).queryParam("lang", "bg");
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i], query[i + 1]);
        }
        try {
            var response = site.perform(request).andReturn().getResponse();
            response.setCharacterEncoding("UTF-8");
            return response;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** With one header more. */
    MockHttpServletResponse ask(String path, String header, String value) {
        try {
            return site.perform(MockMvcRequestBuilders.get(URI.create(path)).header(header, value))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** What one reads there. */
    String text(String path, String... query) {
        return text(get(path, query));
    }

    static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8).replaceAll("[\\s\u00a0]+", " ");
    }

    String inEnglish(String path) {
        var request = MockMvcRequestBuilders.get(URI.create(path)).header("Accept-Language", "en");
        try {
            return text(site.perform(request).andReturn().getResponse());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        kit.close();
    }
}
