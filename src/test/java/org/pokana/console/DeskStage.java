package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.pokana.PokanaApplication;
import org.pokana.ShiftedClock;
import org.pokana.audit.Audit;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.desk.DeskKit;
import org.pokana.desk.DeskSessions;
import org.pokana.kernel.Address;
import org.pokana.messaging.Words;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The whole service on a real port on the first of February 2027, with people who come to its desk. */
final class DeskStage implements AutoCloseable {

    final ShiftedClock clock = new ShiftedClock("2027-02-01T08:00:00Z");
    private final Path data;
    private final ConfigurableApplicationContext service;

    private DeskStage(String... settings) {
        try {
            data = Files.createTempDirectory("pokana-desk");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        service = new SpringApplicationBuilder(PokanaApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("shiftedClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .initializers(context -> DeskKit.hurries((GenericApplicationContext) context))
                .properties(settings)
                .run("--server.port=0", "--pokana.store.data=" + data);
    }

    static DeskStage open(String... settings) {
        return new DeskStage(settings);
    }

    String url() {
        return "http://localhost:"
                + ((ServletWebServerApplicationContext) service).getWebServer().getPort();
    }

    <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    /** Somebody known by one of the roles, or by none. */
    Contact person(String name, Role... roles) {
        var contacts = bean(Contacts.class);
        var contact = contacts.meet(new Address("webchat", name), Locale.forLanguageTag("bg"));
        for (Role role : roles) {
            contacts.grant(contact.id(), role);
        }
        return contacts.find(contact.id()).orElseThrow();
    }

    /** A browser in which this person is signed in, whatever they may do. */
    DeskVisitor signedIn(Contact who) {
        var visitor = stranger();
        visitor.carries(DeskCookie.SESSION, bean(DeskSessions.class).open(who, "Firefox · Linux"));
        return visitor;
    }

    DeskVisitor stranger() {
        return new DeskVisitor(url());
    }

    /** Whatever was done in a test that closes this is said in the journal in words. */
    private void checkJournal() {
        var words = bean(Words.class);
        assertThat(bean(Audit.class).latest(0, 10_000)).allSatisfy(act -> {
            var phrase = "console.act-" + act.what().toLowerCase(Locale.ROOT).replace(' ', '-');
            assertThat(List.of("bg", "en"))
                    .allMatch(language -> new PageWords(words, Locale.forLanguageTag(language)).knows(phrase), phrase);
        });
    }

    @Override
    public void close() {
        try {
            checkJournal();
        } finally {
            end();
        }
    }

    private void end() {
        service.close();
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
