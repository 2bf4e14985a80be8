package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.ForumKit.profile;
import static org.pokana.forum.TestForums.haskovo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.forum.Seating.AlreadyWaiting;
import org.pokana.forum.Seating.Closed;
import org.pokana.forum.Seating.Waiting;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Words;

class WalkInsTests {

    private final ForumKit kit = new ForumKit(haskovo(2));
    private final WalkIns walkIns = new WalkIns(
            kit.mongo(),
            kit.forums,
            new Notices(kit.outbox, kit.contacts, Words.read(Optional.empty()), kit.clock),
            kit.clock);
    private final ContactId olena = kit.person("olena");
    private final ContactId ivan = kit.person("ivan");
    private final ContactId maria = kit.person("maria");

    @BeforeEach
    void theForumHasBegun() {
        kit.register("haskovo", olena);
        kit.clock.set(kit.forum("haskovo").starts().plusSeconds(600));
    }

    @AfterEach
    void closeStore() {
        kit.close();
    }

    @Test
    void askAndAreLetIn() {
        assertThat(ask(ivan)).isInstanceOf(Waiting.class);
        assertThat(ask(ivan)).isInstanceOf(AlreadyWaiting.class);
        assertThat(ask(olena)).isInstanceOf(Seating.AlreadyIn.class);
        assertThat(kit.forum("haskovo").seats()).containsExactly(olena.value());

        assertThat(admit(ivan, false)).isPresent();
        assertThat(admit(ivan, false)).as("again").isPresent();
        assertThat(kit.forum("haskovo").seats()).containsExactly(olena.value(), ivan.value());
        assertThat(kit.outbox.find("admitted:haskovo:" + ivan + ":1")).isPresent();
        assertThat(kit.outbox.of("seat:haskovo")).hasSize(1);
        kit.agree("haskovo");
    }

    @Test
    void comeInBeyondTheCapacityOnlyIfSomebodySaysSo() {
        admit(ivan, false);
        assertThat(admit(maria, false)).isEmpty();
        assertThat(kit.registrations.find("haskovo", maria)).isEmpty();
        assertThat(admit(maria, true)).isPresent();

        assertThat(kit.forum("haskovo").seats()).hasSize(3);
        assertThat(kit.forum("haskovo").capacity()).isEqualTo(2);
        kit.registrations.release("haskovo", maria);
        assertThat(kit.forum("haskovo").seats()).as("no seat more than before").hasSize(2);
    }

    @Test
    void areNoMatterOnceTheForumIsPastOrBeforeItBegins() {
        kit.clock.set(kit.forum("haskovo").starts().minusSeconds(1));
        assertThat(ask(ivan)).as("simply registers").isInstanceOf(Closed.class);
        kit.clock.set(kit.forum("haskovo").ends());
        assertThat(ask(ivan)).isInstanceOf(Closed.class);
        assertThat(admit(ivan, true)).as("noted afterwards").isPresent();
        kit.clock.advance(Duration.ofDays(2));
        assertThat(admit(maria, true)).isEmpty();
        kit.forums.cancel("haskovo");
        assertThat(ask(maria)).isInstanceOf(Closed.class);
    }

    @Test
    void ofTwoOrganizersWhoGiveTheLastSeatOneGivesIt() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        var admissions = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 16; i++) {
            var who = new ContactId("person" + i);
            ask(who);
            admissions.add(() -> admit(who, false).isPresent());
        }
        int admitted = 0;
        for (var each : threads.invokeAll(admissions)) {
            admitted += each.get() ? 1 : 0;
        }
        threads.shutdownNow();

        assertThat(admitted).isOne();
        assertThat(kit.forum("haskovo").seats()).hasSize(2);
        assertThat(confirmed()).hasSize(2);
        assertThat(kit.registrations.waiting("haskovo")).isEqualTo(15);
    }

    private List<Registration> confirmed() {
        return kit.registrations.of("haskovo").stream()
                .filter(Registration::isConfirmed)
                .toList();
    }

    private Seating ask(ContactId who) {
        return walkIns.ask("haskovo", who, profile(who.value()));
    }

    private Optional<Registration> admit(ContactId who, boolean beyond) {
        return walkIns.admit("haskovo", who, profile(who.value()), beyond);
    }
}
