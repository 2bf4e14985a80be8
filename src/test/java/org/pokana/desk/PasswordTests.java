package org.pokana.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.SettableClock;
import org.pokana.audit.Audit;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.conversation.Rehearsal;
import org.pokana.desk.DeskPasswords.Fault;
import org.pokana.desk.DeskPasswords.SetUp;
import org.pokana.desk.PasswordSignIn.Entered;
import org.pokana.kernel.Address;
import org.pokana.messaging.Channels;
import org.pokana.messaging.Content;
import org.pokana.messaging.Links;
import org.pokana.messaging.Message;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Words;
import org.pokana.store.TestStore;

/** Maria signs in by password and one-time code, and somebody else tries to. */
class PasswordTests {

    private static final String PASSWORD = "сини патици летят";
    private static final Locale BG = Locale.forLanguageTag("bg");

    private final TestStore store = TestStore.inMemory(
            Contact.class,
            DeskLink.class,
            DeskSession.class,
            DeskPassword.class,
            Tries.Tried.class,
            Message.class,
            Audit.Entry.class);
    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final AtomicInteger number = new AtomicInteger();
    private final Contacts contacts = new Contacts(store.mongo(), this::id, clock);
    private final Audit audit = new Audit(store.mongo(), this::id, clock);
    private final CountedHash slow = new CountedHash();
    private final Outbox outbox = new Outbox(store.mongo(), clock, new Channels(List.of()));
    private final DeskNotices notices =
            new DeskNotices(contacts, outbox, Words.read(Optional.empty()), this::id, clock);
    private final DeskPasswords passwords = new DeskPasswords(store.mongo(), slow, notices, audit, this::id, clock);
    private final DeskLinks links =
            new DeskLinks(store.mongo(), contacts, new Links(List.of(), "https://pokana.example.org"), this::id, clock);
    private final DeskSessions sessions = new DeskSessions(store.mongo(), contacts, audit, this::id, clock);
    private final Threshold threshold = new Threshold(links, sessions, passwords, notices);
    private final Contact maria = person("maria", Role.ORGANIZER);
    private final String secret = passwords.freshSecret();

    /** As quick as it gets, and counting. */
    private static final class CountedHash extends SlowHash {

        private final List<String> steps = new ArrayList<>();

        CountedHash() {
            super(4);
        }

        @Override
        boolean isOf(String password, String hash) {
            steps.add("compared");
            return super.isOf(password, hash);
        }

        @Override
        byte[] key(String password, String salt) {
            steps.add("made a key");
            return super.key(password, salt);
        }
    }

    private String id() {
        return "id" + number.incrementAndGet() + "xyz";
    }

    private Contact person(String name, Role... roles) {
        var id = contacts.meet(new Address("webchat", name), BG).id();
        contacts.learn(id, new Profile(null, null, null, "Мария Димитрова"));
        for (Role role : roles) {
            contacts.grant(id, role);
        }
        return contacts.find(id).orElseThrow();
    }

    private PasswordSignIn door() {
        return door(Tries.MOST);
    }

    private PasswordSignIn door(int most) {
        var tries = new Tries(store.mongo(), clock, most);
        return new PasswordSignIn(store.mongo(), contacts, slow, tries, notices, audit, this::id, clock);
    }

    /** What Maria's phone shows. */
    private String code() {
        return OneTimeCode.at(Base32.read(secret), OneTimeCode.step(clock.instant()));
    }

    private List<String> setsUp() {
        var set = passwords.setUp(maria, "Мария  Д.", PASSWORD, secret, code());
        clock.advance(OneTimeCode.STEP);
        return ((SetUp.Done) set).recoveryCodes();
    }

    private Entered enters(String password, String code) {
        return door().enter("мария д.", password, code);
    }

    private List<String> told() {
        return store.mongo().findAll(Message.class).stream()
                .map(message -> Content.words(message.content()).text())
                .toList();
    }

    private List<String> noted() {
        return audit.latest(0, 100).stream().map(Audit.Entry::what).toList();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void makesTheCodesOfTheStandard() { // RFC 6238, appendix B, the last six digits
        var key = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        assertThat(List.of(59L, 1111111109L, 1111111111L, 1234567890L, 2000000000L, 20000000000L))
                .extracting(second -> OneTimeCode.at(key, second / 30))
                .containsExactly("287082", "081804", "050471", "005924", "279037", "353130");
        assertThat(Base32.write(key)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Base32.read("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")).isEqualTo(key);
        assertThatThrownBy(() -> Base32.read("0189")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPasswordAndACodeOpenTheDeskAndNeitherAlone() {
        setsUp();
        assertThat(enters("друга парола е това", code())).isEqualTo(new Entered.Wrong());
        assertThat(enters(PASSWORD, "")).isEqualTo(new Entered.Wrong());
        assertThat(enters("", code())).isEqualTo(new Entered.Wrong());
        assertThat(door().enter("ivan", PASSWORD, code())).isEqualTo(new Entered.Wrong());
        assertThat(door().enter("  МАРИЯ   Д. ", PASSWORD, code().substring(0, 3) + " " + code().substring(3)))
                .isEqualTo(new Entered.By(maria));
    }

    @Test
    void aCodeWorksOnceAndNoOlderOneAfterIt() {
        assertThat(passwords.setUp(maria, "maria", PASSWORD, secret, code())).isInstanceOf(SetUp.Done.class);
        assertThat(door().enter("maria", PASSWORD, code()))
                .as("the one that set it up is used up, too")
                .isEqualTo(new Entered.Wrong());

        clock.advance(OneTimeCode.STEP);
        var older = code();
        clock.advance(OneTimeCode.STEP);
        assertThat(door().enter("maria", PASSWORD, code())).isInstanceOf(Entered.By.class);
        assertThat(door().enter("maria", PASSWORD, code())).isEqualTo(new Entered.Wrong());
        assertThat(door().enter("maria", PASSWORD, older)).isEqualTo(new Entered.Wrong());

        store.mongo()
                .updateFirst(
                        new org.springframework.data.mongodb.core.query.Query(),
                        org.springframework.data.mongodb.core.query.Update.update("lastStep", 0L),
                        DeskPassword.class);
        assertThat(door().enter("maria", PASSWORD, older))
                .as("control: it was what is remembered")
                .isInstanceOf(Entered.By.class);
    }

    @Test
    void aPhoneThatGoesAStepWrongIsUnderstoodAndOneThatGoesTwoIsNot() {
        setsUp();
        var now = OneTimeCode.step(clock.instant()) + 10;
        clock.advance(OneTimeCode.STEP.multipliedBy(10));
        for (long off : new long[] {-2, 2}) {
            assertThat(enters(PASSWORD, OneTimeCode.at(Base32.read(secret), now + off)))
                    .isEqualTo(new Entered.Wrong());
        }
        for (long off : new long[] {-1, 0, 1}) {
            assertThat(enters(PASSWORD, OneTimeCode.at(Base32.read(secret), now + off)))
                    .as("off by " + off)
                    .isInstanceOf(Entered.By.class);
        }
    }

    @Test
    void ofManyPressesAtOnceWithOneCodeOneGetsIn() throws Exception {
        setsUp();
        var code = code();
        var people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Entered>> presses = IntStream.range(0, 16)
                    .<Callable<Entered>>mapToObj(any -> () -> door(100).enter("мария д.", PASSWORD, code))
                    .toList();
            int in = 0;
            for (var press : people.invokeAll(presses)) {
                in += press.get() instanceof Entered.By ? 1 : 0;
            }
            assertThat(in).isEqualTo(1);
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void whoLostThePhoneHasTenCodesEachForOnce() {
        var spare = setsUp();
        assertThat(spare).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("([a-z2-7]{4}-?){4}"));
        assertThat(enters(PASSWORD, spare.get(3).toUpperCase(Locale.ROOT).replace('-', ' ')))
                .isInstanceOf(Entered.By.class);
        assertThat(enters(PASSWORD, spare.get(3))).isEqualTo(new Entered.Wrong());
        assertThat(enters("друга парола е това", spare.get(4))).isEqualTo(new Entered.Wrong());
        assertThat(passwords.of(maria.id()).orElseThrow().left()).isEqualTo(9);

        var fresh = passwords.freshCodes(maria.id());
        assertThat(enters(PASSWORD, spare.get(5))).as("replaced").isEqualTo(new Entered.Wrong());
        assertThat(enters(PASSWORD, fresh.get(5))).isInstanceOf(Entered.By.class);
        assertThat(noted()).contains("used a recovery code", "made recovery codes", "set a password");
    }

    @Test
    void whoGuessesIsShutOutForAWhileAndMariaIsTold() {
        setsUp();
        var guesses = guesses(20);
        assertThat(guesses.stream().map(guess -> enters(PASSWORD, guess)))
                .as("the right one came too late")
                .noneMatch(Entered.By.class::isInstance)
                .contains(new Entered.Wrong(), new Entered.Later(Tries.PAUSE));
        assertThat(told()).filteredOn(text -> text.contains("сгреши")).hasSize(1);
        assertThat(noted()).contains("was guessed at");
        assertThat(enters(PASSWORD, code())).as("herself, too").isEqualTo(new Entered.Later(Tries.PAUSE));
        assertThat(links.use(links.forOne(maria.id()).replaceAll(".*/", "")))
                .as("but the link works")
                .isInstanceOf(DeskLinks.Used.By.class);

        clock.advance(Tries.PAUSE);
        assertThat(enters(PASSWORD, code())).isInstanceOf(Entered.By.class);
    }

    @Test
    void withoutTheLimitTheGuessWouldSucceed() { // control
        setsUp();
        var unlimited = door(1000);
        assertThat(guesses(20).stream().map(guess -> unlimited.enter("мария д.", PASSWORD, guess)))
                .anyMatch(Entered.By.class::isInstance);
    }

    /** So many wrong codes, then the right one. */
    private List<String> guesses(int wrong) {
        var all = new ArrayList<>(IntStream.range(0, wrong)
                .mapToObj("%06d"::formatted)
                .filter(guess -> OneTimeCode.step(Base32.read(secret), guess, clock.instant())
                        .isEmpty())
                .toList());
        all.add(code());
        return all;
    }

    @Test
    void manyAtOnceAreNoMoreThanTheLimit() throws Exception {
        setsUp();
        var people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Entered>> tries = IntStream.range(0, 40)
                    .<Callable<Entered>>mapToObj(any -> () -> enters("друга парола е това", "000000"))
                    .toList();
            int heard = 0;
            for (var one : people.invokeAll(tries)) {
                heard += one.get() instanceof Entered.Wrong ? 1 : 0;
            }
            assertThat(heard).isEqualTo(Tries.MOST);
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void nobodyLearnsFromTheAnswerOrTheTimeWhatWasWrong() {
        setsUp();
        var tries = List.of(
                List.of("nobody at all", PASSWORD, "000000"),
                List.of("мария д.", "друга парола е това", "000000"),
                List.of("мария д.", PASSWORD, "000000"),
                List.of("мария д.", "п".repeat(100), "000000"));
        for (var one : tries) {
            slow.steps.clear();
            assertThat(door().enter(one.get(0), one.get(1), one.get(2))).isEqualTo(new Entered.Wrong());
            assertThat(slow.steps).as(one.get(1)).containsExactly("compared", "made a key");
        }
        for (int i = 0; i < 2 * Tries.MOST; i++) {
            door().enter("nobody at all", PASSWORD, "000000");
        }
        assertThat(door().enter("nobody at all", PASSWORD, "000000")).isInstanceOf(Entered.Later.class);
        assertThat(slow.isOf("", slow.ofNobody())).isFalse();
        assertThat(slow.ofNobody()).hasSameSizeAs(slow.of(PASSWORD));
        assertThat(new SlowHash().ofNobody()).as("slower than here").startsWith("{bcrypt}$2a$11$");
    }

    @Test
    void refusesWhatIsEasilyGuessed() {
        var refused = new ArrayList<Fault>();
        for (String password : List.of(
                "къса",
                "п".repeat(37),
                "password2027!",
                "Парола123456",
                "121212121212",
                "294857610384",
                "qwertyuiop12",
                "aaaaaaaaaaaaaaa",
                "димитрова е най-добра",
                "това е ivan.p и никой друг")) {
            refused.add(fault("ivan.p", password));
        }
        assertThat(refused)
                .containsExactly(
                        Fault.SHORT,
                        Fault.LONG,
                        Fault.COMMON,
                        Fault.COMMON,
                        Fault.COMMON,
                        Fault.COMMON,
                        Fault.COMMON,
                        Fault.COMMON,
                        Fault.OWN,
                        Fault.OWN);
        assertThat(List.of("correct horse battery", "Zx9#mKq2!vTw", "п".repeat(26) + "аеиоу", PASSWORD))
                .allMatch(password ->
                        PasswordRules.weakness(password, List.of("ivan.p")).isEmpty());
        assertThat(List.of("", "x", "<b>me</b>", "a".repeat(61)))
                .extracting(name -> fault(name, PASSWORD))
                .containsOnly(Fault.NAME);
    }

    private Fault fault(String name, String password) {
        return ((SetUp.Wrong) passwords.setUp(maria, name, password, secret, code())).fault();
    }

    @Test
    void isSetUpOnlyByWhoHasTheCodesAndOnlyOnceByName() {
        assertThat(passwords.setUp(maria, "maria", PASSWORD, secret, "000000")).isEqualTo(new SetUp.Wrong(Fault.CODE));
        assertThat(passwords.setUp(maria, "maria", PASSWORD, "<tampered>", code()))
                .isEqualTo(new SetUp.Wrong(Fault.CODE));
        assertThat(passwords.of(maria.id())).isEmpty();
        setsUp();
        assertThat(passwords.setUp(maria, "maria2", PASSWORD, secret, code()))
                .isEqualTo(new SetUp.Wrong(Fault.ON_ALREADY));
        var ivan = person("ivan", Role.OWNER);
        assertThat(passwords.setUp(ivan, "МАРИЯ Д.", PASSWORD, secret, code())).isEqualTo(new SetUp.Wrong(Fault.TAKEN));
        assertThat(passwords.setUp(ivan, "ivan", PASSWORD, secret, code())).isInstanceOf(SetUp.Done.class);
    }

    @Test
    void theStoreHoldsNothingThatOpensTheDesk() {
        var spare = setsUp();
        enters("грешна парола 1", "000000");
        for (String collection : store.mongo().getCollectionNames()) {
            if (!collection.equals("contacts")) {
                var all = store.mongo().findAll(Document.class, collection).toString();
                assertThat(all).doesNotContain(PASSWORD, secret).doesNotContain(spare);
            }
        }
        var kept = store.mongo().findAll(DeskPassword.class).get(0);
        assertThat(Locked.open(slow.key(PASSWORD, kept.salt()), kept.secret(), kept.id()))
                .as("control: the password opens it")
                .contains(Base32.read(secret));
        assertThat(Locked.open(slow.key(PASSWORD, kept.salt()), kept.secret(), "another"))
                .isEmpty();
        assertThat(Locked.open(slow.key("another", kept.salt()), kept.secret(), kept.id()))
                .isEmpty();
    }

    @Test
    void withTheRoleTheWayInIsGone() {
        setsUp();
        contacts.withdraw(maria.id(), Role.ORGANIZER);
        assertThat(enters(PASSWORD, code())).isEqualTo(new Entered.Wrong());
        contacts.grant(maria.id(), Role.VIEWER);
        assertThat(enters(PASSWORD, code())).as("control: it was the role").isInstanceOf(Entered.By.class);
    }

    @Test
    void aNewBrowserIsToldOfInTheChatAndOneButtonEndsEverything() {
        setsUp();
        var first = threshold.welcome(maria, Threshold.By.PASSWORD, "Firefox · Windows", Optional.empty());
        assertThat(told()).last().asString().contains("нов браузър: Firefox · Windows");
        int before = told().size();
        clock.advance(DeskSessions.IDLE);
        var second = threshold.welcome(maria, Threshold.By.LINK, "Firefox · Windows", Optional.of(first));
        assertThat(told()).as("the same browser").hasSize(before);
        assertThat(sessions.was(first, maria.id())).as("its session of before").isFalse();
        var ivan = person("ivan", Role.OWNER);
        threshold.welcome(ivan, Threshold.By.LINK, "Firefox · Windows", Optional.of(second));
        assertThat(told()).as("hers, but not his").hasSize(before + 1);
        var third = threshold.welcome(maria, Threshold.By.LINK, "Firefox · Windows", Optional.empty());

        var link = links.forOne(maria.id());
        var rehearsal = new Rehearsal(new EndDesk(threshold));
        rehearsal.playedBy(() -> maria);
        rehearsal.person.opens("/desk_end");
        rehearsal.bot.ends("desk_end.done");
        assertThat(sessions.of(third)).isEmpty();
        assertThat(links.use(link.replaceAll(".*/", ""))).isEqualTo(new DeskLinks.Used.Never());
        assertThat(enters(PASSWORD, code())).isEqualTo(new Entered.Wrong());
        assertThat(sessions.of(ivan.id())).as("others stay").hasSize(1);
        assertThat(noted()).contains("signed in with a password", "turned a password off");
    }

    @Test
    void showsAndForgetsAndLetsGoWhatIsKept() {
        setsUp();
        enters("грешна парола 1", "000000");
        var kept = new KeptDesk(store.mongo());
        assertThat(kept.of(maria.id(), List.of()).toString())
                .contains("мария д.")
                .doesNotContain("$2a$");
        kept.forget(maria.id(), List.of());
        assertThat(store.mongo().findAll(DeskPassword.class)).isEmpty();

        clock.advance(OneTimeCode.STEP);
        setsUp();
        clock.advance(Duration.ofDays(90));
        assertThat(kept.fade(clock.instant().minus(Duration.ofDays(80))))
                .as("the password that nobody uses, and the tries")
                .isEqualTo(2);
    }
}
