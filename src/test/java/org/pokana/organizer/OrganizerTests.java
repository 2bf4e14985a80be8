package org.pokana.organizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.SettableClock;
import org.pokana.audit.Audit;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.conversation.Rehearsal;
import org.pokana.desk.DeskLinks;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Links;
import org.pokana.organizer.Invitations.Opened;
import org.pokana.settings.Chosen;
import org.pokana.store.TestStore;
import org.slf4j.LoggerFactory;
import org.springframework.boot.DefaultApplicationArguments;

class OrganizerTests {

    private static final Locale BULGARIAN = Locale.forLanguageTag("bg");

    private final TestStore store = TestStore.inMemory(Contact.class, Invitation.class, Audit.Entry.class);
    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final AtomicInteger number = new AtomicInteger();
    private final Audit audit = new Audit(store.mongo(), () -> "act-" + number.incrementAndGet(), clock);
    private Contacts contacts = contacts("");
    private Invitations invitations = invitations();
    private final ContactId olena = meet("olena");
    private final ContactId ivan = meet("ivan");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void readTheLog() {
        var logger = (Logger) LoggerFactory.getLogger(FirstOwner.class);
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
        log.start();
    }

    @AfterEach
    void closeStore() {
        ((Logger) LoggerFactory.getLogger(FirstOwner.class)).detachAppender(log);
        store.close();
    }

    @Test
    void theFirstStartPrintsALinkThatMakesItsOpenerTheOwner() {
        start("");
        var token = lastTokenInTheLog();
        var rehearsal = rehearsal(olena);

        rehearsal.person.opens("/organizer " + token);
        assertThat(rehearsal.bot.wording()).contains("/announce", "/move", "/forum_numbers", "/invite_organizer");
        rehearsal.bot.ends("organizer.welcome");

        assertThat(person(olena).roles()).containsExactly(Role.OWNER);
        assertThat(acts()).containsExactly("olena became OWNER");
    }

    @Test
    void eachStartPrintsAFreshLinkUntilSomebodyOrganizes() {
        start("");
        var first = lastTokenInTheLog();
        start("");
        var second = lastTokenInTheLog();

        assertThat(invitations.open(first, olena)).isEqualTo(Opened.UNKNOWN);
        assertThat(invitations.open(second, olena)).isEqualTo(Opened.WELCOME);

        start("");
        assertThat(lastTokenInTheLog()).as("no further link").isEqualTo(second);
    }

    @Test
    void aLinkOfTheStartIsWithdrawnOnceSomebodyIsNamed() {
        start("");
        var token = lastTokenInTheLog();
        start("webchat:ivan");

        assertThat(invitations.open(token, olena)).isEqualTo(Opened.UNKNOWN);
        assertThat(person(ivan).roles()).containsExactly(Role.OWNER);
    }

    @Test
    void whoIsNamedIsAnOwnerFromTheFirstWord() {
        start("telegram:1, webchat:maria ,");
        contacts = contacts("telegram:1, webchat:maria ,");

        assertThat(person(meet("maria")).roles()).containsExactly(Role.OWNER);
        assertThat(person(meet("petar")).roles()).isEmpty();
        assertThat(log.list).noneMatch(line -> line.getFormattedMessage().contains("organizer-"));
    }

    @Test
    void doesNotStartWithAnOrganizerItCannotRead() {
        for (String malformed : List.of("123456", "telegram:", ":1", "telegram:1,oops")) {
            var settings = new OrganizerSettings(malformed, "http://localhost:8080");
            assertThatThrownBy(() -> new NamedOwners(settings))
                    .isInstanceOf(BadOrganizers.class)
                    .hasMessageStartingWith("POKANA_ORGANIZERS has '");
        }
    }

    @Test
    void anOwnerInvitesOneColleague() {
        contacts.grant(olena, Role.OWNER);
        var owner = rehearsal(olena);
        owner.person.opens("/invite_organizer");
        var wording = owner.bot.wording();
        owner.bot.ends("invite_organizer.link");
        var token = wording.replaceAll("(?s).*https://pokana\\.example\\.org/\\?start=organizer-(\\w+).*", "$1");
        assertThat(wording).contains("/start organizer-" + token);

        var colleague = rehearsal(ivan);
        colleague.person.opens("/organizer " + token);
        colleague.bot.ends("organizer.welcome");
        assertThat(person(ivan).roles()).containsExactly(Role.ORGANIZER);
        assertThat(acts()).containsExactlyInAnyOrder("olena invited an organizer", "ivan became ORGANIZER");

        var stranger = rehearsal(meet("petar"));
        stranger.person.opens("/organizer " + token);
        stranger.bot.ends("organizer.used-already");
        assertThat(person(meet("petar")).roles()).isEmpty();
    }

    @Test
    void anOrganizerInvitesAHelperWhoMayOnlyCheckIn() {
        contacts.grant(olena, Role.ORGANIZER);
        var organizer = rehearsal(olena);
        organizer.person.opens("/invite_helper");
        var wording = organizer.bot.wording();
        organizer.bot.ends("invite_helper.link");
        var token = wording.replaceAll("(?s).*https://pokana\\.example\\.org/\\?start=organizer-(\\w+).*", "$1");

        var helper = rehearsal(ivan);
        helper.person.opens("/organizer " + token);
        assertThat(helper.bot.wording()).contains("/door_code", "/checkin").doesNotContain("/announce", "/guest");
        helper.bot.ends("organizer.welcome-door");
        helper.person.opens("/organizer");
        helper.bot.ends("organizer.welcome-door");
        assertThat(person(ivan).roles()).containsExactly(Role.DOOR);
        assertThat(person(ivan).may(Role.DOOR)).isTrue();
        assertThat(person(ivan).may(Role.ORGANIZER)).isFalse();
        assertThat(person(ivan).may(Role.VIEWER)).isFalse();
        assertThat(acts()).containsExactlyInAnyOrder("olena invited a helper to the door", "ivan became DOOR");

        var stranger = rehearsal(meet("petar"));
        stranger.person.opens("/organizer " + token);
        stranger.bot.ends("organizer.used-already");
        assertThat(new InviteHelper(invitations, settings("")).needs()).contains(Role.ORGANIZER);
    }

    @Test
    void tryingOnesOwnLinkDoesNotUseItUp() {
        var token = invitations.from(olena);
        assertThat(invitations.open(token, olena)).isEqualTo(Opened.OWN);
        assertThat(invitations.open(token, ivan)).isEqualTo(Opened.WELCOME);
    }

    @Test
    void aLinkDiesAfterADay() {
        var token = invitations.from(olena);
        clock.advance(Duration.ofHours(24));
        var late = rehearsal(ivan);
        late.person.opens("/organizer " + token);
        late.bot.ends("organizer.too-late");
        assertThat(person(ivan).roles()).isEmpty();
    }

    @Test
    void openingTwiceIsOpeningOnce() {
        var token = invitations.from(olena);
        assertThat(invitations.open(token, ivan)).isEqualTo(Opened.WELCOME);
        assertThat(invitations.open(token, ivan)).isEqualTo(Opened.WELCOME);
        assertThat(acts()).hasSize(2);
    }

    @Test
    void ofManyWhoOpenALinkAtOnceOneBecomesOrganizer() throws Exception {
        var token = invitations.from(olena);
        assertThat(openedBySixteenAtOnce(person -> invitations.open(token, person)))
                .containsOnlyOnce(Opened.WELCOME)
                .hasSize(16);
    }

    /** Looking first and writing then, as one would without compare-and-set, lets several in. */
    @Test
    void withoutTheGuardSeveralWouldGetIn() throws Exception {
        var token = invitations.from(olena);
        var everybodyLooked = new java.util.concurrent.CyclicBarrier(16);
        var opened = openedBySixteenAtOnce(person -> {
            boolean free = Objects.requireNonNull(store.mongo()
                                    .findOne(new org.springframework.data.mongodb.core.query.Query(), Invitation.class))
                            .openedBy()
                    == null;
            everybodyLooked.await();
            return free ? Opened.WELCOME : invitations.open(token, person);
        });
        assertThat(opened.stream().filter(Opened.WELCOME::equals)).hasSizeGreaterThan(1);
    }

    @Test
    void keepsNoTokenThatCouldBeUsed() {
        var token = invitations.from(olena);
        for (String collection : store.mongo().getCollectionNames()) {
            assertThat(store.mongo().findAll(Document.class, collection).toString())
                    .doesNotContain(token);
        }
        assertThat(invitations.open("organizer", ivan)).isEqualTo(Opened.UNKNOWN);
        assertThat(invitations.open(token.substring(1), ivan)).isEqualTo(Opened.UNKNOWN);
    }

    @Test
    void whoIsInvitedToLookMayDoNothingElse() {
        contacts.grant(olena, Role.ORGANIZER);
        var organizer = rehearsal(olena);
        organizer.person.opens("/invite_viewer");
        organizer.bot.ends("invite_viewer.link");

        assertThat(invitations.open(invitations.toLook(olena), ivan)).isEqualTo(Opened.WELCOME_TO_LOOK);

        assertThat(person(ivan).roles()).containsExactly(Role.VIEWER);
        assertThat(List.of(Role.OWNER, Role.ORGANIZER, Role.DOOR))
                .noneMatch(more -> person(ivan).may(more));
        var viewer = rehearsal(ivan);
        viewer.person.opens("/organizer");
        viewer.bot.ends("organizer.welcome-viewer");
    }

    @Test
    void saysHowToBecomeOneToWhoeverAsks() {
        var curious = rehearsal(ivan);
        curious.person.opens("/organizer");
        curious.bot.ends("organizer.by-link-only");
        contacts.grant(ivan, Role.ORGANIZER);
        curious.person.opens("/organizer");
        curious.bot.ends("organizer.welcome");
        assertThat(new InviteOrganizer(invitations, settings("")).needs()).contains(Role.OWNER);
    }

    @Test
    void forgetsWhoOrganizedButNotWhatWasDone() {
        var kept = new KeptOrganizers(store.mongo(), audit);
        var token = invitations.from(olena);
        invitations.open(token, ivan);
        var unused = invitations.from(ivan);
        assertThat(kept.of(ivan, List.of())).hasSize(4);

        kept.forget(ivan, List.of());

        assertThat(kept.of(ivan, List.of())).isEmpty();
        assertThat(acts()).contains("olena invited an organizer", "somebody who is forgotten became ORGANIZER");
        assertThat(invitations.open(unused, olena)).isEqualTo(Opened.UNKNOWN);
    }

    private List<Opened> openedBySixteenAtOnce(Opening opening) throws Exception {
        var people = Executors.newFixedThreadPool(16);
        try {
            var tries = new ArrayList<Callable<Opened>>();
            for (int i = 0; i < 16; i++) {
                var person = new ContactId("person" + i);
                tries.add(() -> opening.by(person));
            }
            var opened = new ArrayList<Opened>();
            for (var each : people.invokeAll(tries)) {
                opened.add(each.get());
            }
            return opened;
        } finally {
            people.shutdownNow();
        }
    }

    @FunctionalInterface
    private interface Opening {

        Opened by(ContactId person) throws Exception;
    }

    private void start(String organizers) {
        var named = new NamedOwners(settings(organizers));
        new FirstOwner(named, contacts, invitations, desk(), settings(organizers))
                .run(new DefaultApplicationArguments());
    }

    private DeskLinks desk() {
        var links = new Links(List.of(), "https://pokana.example.org");
        return new DeskLinks(store.mongo(), contacts, links, () -> "desk" + number.incrementAndGet(), clock);
    }

    private static OrganizerSettings settings(String organizers) {
        return new OrganizerSettings(organizers, "https://pokana.example.org/");
    }

    private Contacts contacts(String organizers) {
        return new Contacts(
                store.mongo(),
                () -> "contact" + number.incrementAndGet(),
                clock,
                List.of(new NamedOwners(settings(organizers))),
                () -> Chosen.NOTHING);
    }

    private Invitations invitations() {
        return new Invitations(store.mongo(), contacts, audit, () -> "token" + number.incrementAndGet() + "x", clock);
    }

    private ContactId meet(String name) {
        return contacts.meet(new Address("webchat", name), BULGARIAN).id();
    }

    private Contact person(ContactId id) {
        return contacts.find(id).orElseThrow();
    }

    private Rehearsal rehearsal(ContactId id) {
        var rehearsal = new Rehearsal(
                new BecomeOrganizer(invitations),
                new InviteOrganizer(invitations, settings("")),
                new InviteHelper(invitations, settings("")),
                new InviteViewer(invitations, settings("")));
        rehearsal.playedBy(() -> person(id));
        return rehearsal;
    }

    /** The last token that was printed; one line, a sentence before it. */
    private String lastTokenInTheLog() {
        return log.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.startsWith("Nobody organizes yet"))
                .reduce((before, last) -> last)
                .map(line -> line.replaceFirst(".*https://pokana\\.example\\.org/\\?start=organizer-", ""))
                .orElseThrow();
    }

    private List<String> acts() {
        return store.mongo().findAll(Audit.Entry.class).stream()
                .map(act -> contacts.find(new ContactId(act.who()))
                                .map(contact ->
                                        contact.reaches().get(0).address().id())
                                .orElse(act.who())
                        + " " + act.what())
                .toList();
    }
}
