package org.pokana.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.SettableClock;
import org.pokana.audit.Audit;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.conversation.Rehearsal;
import org.pokana.desk.DeskLinks.Used;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Links;
import org.pokana.store.TestStore;

/** How Maria gets to the desk, and how that ends. */
class DeskTests {

    private final TestStore store =
            TestStore.inMemory(Contact.class, DeskLink.class, DeskSession.class, Audit.Entry.class);
    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final AtomicInteger number = new AtomicInteger();
    private final Contacts contacts = new Contacts(store.mongo(), this::id, clock);
    private final DeskLinks links =
            new DeskLinks(store.mongo(), contacts, new Links(List.of(), "https://pokana.example.org"), this::id, clock);
    private final DeskSessions sessions =
            new DeskSessions(store.mongo(), contacts, new Audit(store.mongo(), this::id, clock), this::id, clock);
    private final KeptDesk kept = new KeptDesk(store.mongo());
    private final ContactId maria = person("maria", Role.ORGANIZER);

    private String id() {
        return "id" + number.incrementAndGet() + "xyz";
    }

    private ContactId person(String name, Role... roles) {
        var id = contacts.meet(new Address("webchat", name), Locale.forLanguageTag("bg"))
                .id();
        for (Role role : roles) {
            contacts.grant(id, role);
        }
        return id;
    }

    private Contact contact(ContactId id) {
        return contacts.find(id).orElseThrow();
    }

    private static String token(String link) {
        return link.replace("https://pokana.example.org/desk/in/", "");
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void theChatGivesALinkThatWorksOnce() {
        var rehearsal = new Rehearsal(new OpenDesk(links));
        rehearsal.playedBy(() -> contact(maria));
        rehearsal.person.opens("/desk");
        assertThat(rehearsal.bot.wording()).contains("https://pokana.example.org/desk/in/", "10");
        rehearsal.bot.ends("desk.link");

        var token = token(links.forOne(maria));
        assertThat(links.use(token)).isEqualTo(new Used.By(contact(maria)));
        assertThat(links.use(token)).isEqualTo(new Used.Never());
    }

    @Test
    void aNewerLinkTakesThePlaceOfTheOneBefore() {
        var first = token(links.forOne(maria));
        var second = token(links.forOne(maria));
        assertThat(links.use(first)).isEqualTo(new Used.Never());
        assertThat(links.use(second)).isInstanceOf(Used.By.class);
    }

    @Test
    void aLinkDiesAfterTenMinutesAndWithTheRole() {
        var late = token(links.forOne(maria));
        clock.advance(Duration.ofMinutes(10));
        assertThat(links.use(late)).isEqualTo(new Used.Never());

        var inTime = token(links.forOne(maria));
        contacts.withdraw(maria, Role.ORGANIZER);
        assertThat(links.use(inTime)).isEqualTo(new Used.Never());
        contacts.grant(maria, Role.ORGANIZER);
        assertThat(links.use(inTime)).as("control: it was the role").isInstanceOf(Used.By.class);
    }

    @Test
    void ofManyPressesAtOnceOneOpensTheDesk() throws Exception {
        var token = token(links.forOne(maria));
        var people = Executors.newFixedThreadPool(8);
        try {
            var presses = new ArrayList<Callable<Used>>();
            for (int i = 0; i < 16; i++) {
                presses.add(() -> links.use(token));
            }
            int in = 0;
            for (var press : people.invokeAll(presses)) {
                in += press.get() instanceof Used.By ? 1 : 0;
            }
            assertThat(in).isEqualTo(1);
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void theLinkOfTheFirstStartWaitsForItsOwner() {
        var first = token(links.forTheFirstOwner());
        assertThat(links.use(first)).isEqualTo(new Used.NoOwnerYet());
        var olena = person("olena", Role.OWNER);
        assertThat(links.use(first)).isEqualTo(new Used.By(contact(olena)));
        assertThat(links.use(first)).isEqualTo(new Used.Never());

        var withdrawn = token(links.forTheFirstOwner());
        links.withdrawFirst();
        assertThat(links.use(withdrawn)).isEqualTo(new Used.Never());
    }

    @Test
    void keepsNoSecretThatCouldBeUsed() {
        var link = token(links.forOne(maria));
        var session = sessions.open(contact(maria), "Firefox · Linux");
        for (String collection : store.mongo().getCollectionNames()) {
            assertThat(store.mongo().findAll(Document.class, collection).toString())
                    .doesNotContain(link, session);
        }
        assertThat(sessions.of(session)).map(Organizer::id).contains(maria);
        assertThat(sessions.of(Secret.hash(session))).as("what is kept").isEmpty();
    }

    @Test
    void aSessionEndsAfterADayWithoutUseAndAfterAWeekInAnyCase() {
        var unused = sessions.open(contact(maria), "Chrome · Windows");
        var used = sessions.open(contact(maria), "Firefox · Linux");
        for (int hour = 0; hour < 8; hour += 4) {
            clock.advance(Duration.ofHours(4));
            assertThat(sessions.of(used)).isPresent();
        }
        assertThat(sessions.of(unused)).isEmpty();
        assertThat(sessions.of(maria)).extracting(DeskSession::device).containsExactly("Firefox · Linux");

        for (int hours = 8; hours < 7 * 24; hours += 4) {
            assertThat(sessions.of(used)).as("after %s hours", hours).isPresent();
            clock.advance(Duration.ofHours(4));
        }
        assertThat(sessions.of(used)).isEmpty();
    }

    @Test
    void whoLosesTheRoleIsOutAtOnceAndWhoGetsLessMayLess() {
        var session = sessions.open(contact(maria), "Firefox · Linux");
        contacts.grant(maria, Role.VIEWER);
        contacts.withdraw(maria, Role.ORGANIZER);
        var viewer = sessions.of(session).orElseThrow();
        assertThat(viewer.may(Role.VIEWER)).isTrue();
        assertThat(viewer.may(Role.ORGANIZER)).isFalse();

        contacts.withdraw(maria, Role.VIEWER);
        assertThat(sessions.of(session)).isEmpty();
        contacts.grant(maria, Role.DOOR);
        assertThat(sessions.of(session)).as("helpers have their own page").isEmpty();
        contacts.grant(maria, Role.OWNER);
        assertThat(sessions.of(session)).as("control: it was the role").isPresent();
    }

    @Test
    void oneEndsOnesOwnSessionsOnly() {
        var ivan = person("ivan", Role.OWNER);
        var here = sessions.open(contact(maria), "Firefox · Linux");
        var there = sessions.open(contact(maria), "Chrome · Android");
        var ivans = sessions.open(contact(ivan), "Safari · Mac");

        sessions.end(ivan, Secret.hash(there));
        assertThat(sessions.of(there)).isPresent();
        sessions.endOthers(sessions.of(here).orElseThrow());
        assertThat(sessions.of(there)).isEmpty();
        assertThat(sessions.of(here)).isPresent();
        assertThat(sessions.of(ivans)).isPresent();
        sessions.end(maria, Secret.hash(here));
        assertThat(sessions.of(here)).isEmpty();
    }

    @Test
    void showsAndForgetsAndLetsGoWhatIsKept() {
        var session = sessions.open(contact(maria), "Firefox · Linux");
        links.forOne(maria);
        assertThat(kept.of(maria, List.of()).toString())
                .contains("Firefox · Linux")
                .doesNotContain(session);
        kept.forget(maria, List.of());
        assertThat(sessions.of(session)).isEmpty();
        assertThat(kept.of(maria, List.of())).isEmpty();
        assertThat(store.mongo().findAll(DeskLink.class)).isEmpty();

        sessions.open(contact(maria), "Firefox · Linux");
        links.forOne(maria);
        clock.advance(Duration.ofDays(90));
        assertThat(kept.fade(clock.instant().minus(Duration.ofDays(80)))).isEqualTo(2);
    }
}
