package org.pokana.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.dimitrovgrad;
import static org.pokana.forum.TestForums.haskovo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.Stage;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.conversation.Flow;
import org.pokana.forum.ForumFlows;
import org.pokana.forum.Forums;
import org.pokana.forum.Notices;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Content;
import org.pokana.scanner.Scanning.Outcome;

/** The morning of the forum in Haskovo: Petar helps at the door with his phone. */
class ScannersTests {

    private static final Instant HALF_PAST_EIGHT = Instant.parse("2027-02-25T06:30:00Z");

    private final Stage stage = new Stage(
            ScannersTests::flows,
            Stream.of(ForumFlows.documents(), ScannerKit.documents())
                    .flatMap(Arrays::stream)
                    .toArray(Class<?>[]::new));
    private final Forums forums = new Forums(stage.props.store(), stage.clock);
    private final Registrations registrations = registrations(stage.props);
    private final ScannerKit kit =
            new ScannerKit(stage.props.store(), stage.contacts, registrations, stage.props.words(), stage.clock);
    private final Stage.Person petar = stage.person("petar");
    private final ContactId olena = new ContactId("olena");

    private static Registrations registrations(Stage.Props props) {
        var notices = new Notices(props.outbox(), props.contacts(), props.words(), props.clock());
        return new Registrations(props.store(), new Forums(props.store(), props.clock()), notices, props.clock());
    }

    private static List<Flow> flows(Stage.Props props) {
        var all = new ArrayList<>(
                ForumFlows.all(props.store(), props.contacts(), props.outbox(), props.words(), props.clock()));
        all.add(new ScannerKit(props.store(), props.contacts(), registrations(props), props.words(), props.clock())
                .flow());
        return all;
    }

    @BeforeEach
    void thereIsAForum() {
        forums.add(haskovo(3));
        forums.add(dimitrovgrad(40));
        petar.says("/language bg");
        stage.contacts.grant(petar.contact().id(), Role.DOOR);
        registrations.register("haskovo", olena, new Profile("ngo", "haskovo", "Сдружение „Мост“", "Олена Коваль"));
        registrations.register("dimitrovgrad", olena, new Profile("ngo", "haskovo", "Мост", "Олена Коваль"));
        stage.clock.set(HALF_PAST_EIGHT);
        petar.reads();
    }

    @AfterEach
    void closeStage() {
        stage.close();
    }

    private String token() {
        petar.says("/scanner");
        var copy = petar.messages().stream()
                .flatMap(content -> Stream.ofNullable(Content.words(content).copy()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return copy.text().replace("https://pokana.example.org/scanner#", "");
    }

    private Scanner phone() {
        return kit.scanners.of(kit.scanners.open(token()).orElseThrow()).orElseThrow();
    }

    private Registration registration(String forum) {
        return registrations.find(forum, olena).orElseThrow();
    }

    @Test
    void aHelperGetsALinkThatWorksOnce() {
        petar.says("меню").taps("На входа").taps("Скенер за входа");
        assertThat(petar.reads()).contains("Форум Хасково", "само веднъж");
        var token = token();

        assertThat(kit.scanners.open(token)).isPresent();
        assertThat(kit.scanners.open(token)).as("the same link again").isEmpty();
        assertThat(kit.scanners.open("made up")).isEmpty();
        var late = token();
        stage.clock.advance(Scanners.LINK_WORKS);
        assertThat(kit.scanners.open(late)).as("too late").isEmpty();
    }

    @Test
    void onlyHelpersGetOne() {
        var georgi = stage.person("georgi");
        georgi.says("/scanner haskovo");
        assertThat(georgi.reads()).contains("само");
        assertThat(georgi.messages())
                .noneMatch(content -> Content.words(content).copy() != null);
    }

    @Test
    void aSessionEndsWithItsTimeAndWithTheRole() {
        var session = kit.scanners.open(token()).orElseThrow();
        assertThat(kit.scanners.of(session)).isPresent();
        assertThat(kit.scanners.of("guessed")).isEmpty();

        stage.contacts.forget(petar.contact().id());
        assertThat(kit.scanners.of(session)).as("no helper any more").isEmpty();
    }

    @Test
    void aSessionEndsAtNight() {
        var session = kit.scanners.open(token()).orElseThrow();
        stage.clock.advance(Scanners.SESSION_LASTS);
        assertThat(kit.scanners.of(session)).isEmpty();
        assertThat(kit.scanners.fade(stage.clock.instant().plusSeconds(1))).isOne();
    }

    @Test
    void theStoreOpensNoPhone() {
        var token = token();
        var session = kit.scanners.open(token).orElseThrow();
        assertThat(stage.props.store().findAll(Scanner.class).toString()).doesNotContain(token, session);
    }

    @Test
    void aCodeIsNotedOnceHoweverOftenItIsSent() {
        var phone = phone();
        var code = kit.papers.passes.link(registration("haskovo"));

        var noted = kit.scanning.note(phone, code, false);
        assertThat(noted.outcome()).isEqualTo(Outcome.HERE);
        assertThat(noted.person().name()).isEqualTo("Олена Коваль");
        assertThat(noted.count()).isEqualTo(new Scanning.Count(1, 1));
        var at = registration("haskovo").checkedInAt();
        stage.clock.advance(Duration.ofMinutes(1));
        assertThat(kit.scanning.note(phone, code, false).outcome()).isEqualTo(Outcome.HERE_ALREADY);
        assertThat(registration("haskovo").checkedInAt()).isEqualTo(at);
        assertThat(registration("haskovo").checkedInBy())
                .isEqualTo(petar.contact().id().value());

        assertThat(kit.scanning.note(phone, "1", true).outcome()).isEqualTo(Outcome.TAKEN_BACK);
        assertThat(registration("haskovo").hasArrived()).isFalse();
        assertThat(kit.scanning.note(phone, " 1 ", false).outcome())
                .as("by number")
                .isEqualTo(Outcome.HERE);
    }

    @Test
    void aPhoneIsForItsOwnForumOnly() {
        var phone = phone();
        var elsewhere = kit.papers.passes.link(registration("dimitrovgrad"));
        for (String wrong :
                List.of(elsewhere, "7", "https://example.org", "/pass/haskovo.1.AAAAAAAAAAAAAAAAAAAA", "")) {
            assertThat(kit.scanning.note(phone, wrong, false).outcome())
                    .as(wrong)
                    .isEqualTo(Outcome.UNKNOWN);
        }
        assertThat(registration("dimitrovgrad").hasArrived()).isFalse();
        assertThat(kit.scanning.people(phone)).extracting(Scanning.Person::name).containsExactly("Олена Коваль");
        assertThat(kit.scanning.find(phone, "koval")).hasSize(1);
        assertThat(kit.scanning.find(phone, "петров")).isEmpty();
    }

    @Test
    void whoeverGaveTheirSeatUpIsNotLetIn() {
        var phone = phone();
        var code = kit.papers.passes.link(registration("haskovo"));
        registrations.release("haskovo", olena);

        assertThat(kit.scanning.note(phone, code, false).outcome()).isEqualTo(Outcome.NO_SEAT);
        forums.cancel("haskovo");
        assertThat(kit.scanning.note(phone, code, false).outcome()).isEqualTo(Outcome.CLOSED);
    }

    @Test
    void saysWhenItIsTooEarly() {
        petar.says("/scanner dimitrovgrad");
        assertThat(petar.reads()).contains("Още е рано");
    }

    @Test
    void isRememberedAndForgotten() {
        phone();
        var who = petar.contact().id();
        assertThat(kit.scanners.of(who, List.of())).hasSize(1);
        kit.scanners.forget(who, List.of());
        assertThat(kit.scanners.of(who, List.of())).isEmpty();
        assertThat(stage.props.store().findAll(Scanner.class)).isEmpty();
    }
}
