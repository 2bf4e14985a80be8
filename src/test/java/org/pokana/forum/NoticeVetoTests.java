package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.haskovo;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Lane;
import org.pokana.messaging.MessagingKit;
import org.pokana.messaging.Words;

/** Notices wait in the outbox while the forum changes once more. */
class NoticeVetoTests {

    private static final LocalDateTime FRIDAY = LocalDateTime.parse("2027-02-26T10:00");
    private static final LocalDateTime MONDAY = LocalDateTime.parse("2027-03-01T10:00");
    private static final Address IVANS = new Address("webchat", "ivan");

    private final ForumKit kit = new ForumKit(haskovo(1));
    private final Notices notices = new Notices(kit.outbox, kit.contacts, Words.read(Optional.empty()), kit.clock);
    private final MessagingKit guarded = new MessagingKit(
            kit.mongo(),
            kit.clock,
            kit.contacts,
            new NoticeVeto(kit.forums, kit.registrations, kit.contacts, notices),
            new OfferVeto(kit.forums, kit.registrations, kit.contacts, notices, kit.clock));
    private final MessagingKit unguarded = new MessagingKit(kit.mongo(), kit.clock, kit.contacts);
    private final ContactId olena = kit.person("olena");
    private final ContactId ivan = kit.person("ivan");

    @BeforeEach
    void olenaHasTheOnlySeatAndIvanWaits() {
        kit.register("haskovo", olena);
        kit.register("haskovo", ivan);
        kit.clock.advance(Duration.ofDays(1));
    }

    @AfterEach
    void close() {
        guarded.close();
        unguarded.close();
        kit.close();
    }

    private void moves(LocalDateTime to) {
        kit.clock.advance(Duration.ofMinutes(1));
        kit.forums.move("haskovo", to);
    }

    private void isTold() {
        kit.registrations.tellOfChange(kit.forum("haskovo"));
        kit.clock.advance(Duration.ofSeconds(1));
    }

    private List<String> ivanReads() {
        guarded.sendDueBulk();
        kit.clock.advance(Duration.ofSeconds(1));
        guarded.sendDueBulk();
        return guarded.channel.texts(IVANS);
    }

    @Test
    void leaveWhenNothingChanged() {
        moves(FRIDAY);
        isTold();

        assertThat(ivanReads()).singleElement().asString().contains("26 февруари");
    }

    @Test
    void tellNoChangeThatChangedAgain() {
        moves(FRIDAY);
        isTold();
        moves(MONDAY); // and nobody is told yet

        assertThat(ivanReads()).isEmpty();
        isTold();
        assertThat(ivanReads()).singleElement().asString().contains("1 март");
    }

    @Test
    void wouldTellItWithoutTheVeto() { // control
        moves(FRIDAY);
        isTold();
        moves(MONDAY);
        unguarded.sendDueBulk();

        assertThat(unguarded.channel.texts(IVANS)).singleElement().asString().contains("26 февруари");
    }

    @Test
    void areNotForWhoeverIsRegisteredNoMore() {
        moves(FRIDAY);
        isTold();
        kit.registrations.release("haskovo", ivan);

        assertThat(ivanReads()).isEmpty();
    }

    @Test
    void areNotForWhoeverBlockedUsOrWasErased() {
        moves(FRIDAY);
        isTold();
        kit.contacts.lost(IVANS);
        kit.contacts.forget(olena);
        guarded.sendDueBulk();

        assertThat(guarded.channel.carried).isEmpty();
    }

    @Test
    void tellOfASeatAsTheForumIsNow() {
        kit.registrations.release("haskovo", olena);
        moves(FRIDAY);

        assertThat(ivanReads())
                .filteredOn(text -> text.contains("място"))
                .singleElement()
                .asString()
                .contains("26 февруари")
                .doesNotContain("25 февруари");
    }

    @Test
    void tellOfASeatAsItIsNowHoweverOftenItMoves() {
        kit.registrations.release("haskovo", olena);
        moves(FRIDAY);
        guarded.sendDue(Lane.REMINDER, 1); // written anew, and not sent yet
        moves(MONDAY);

        assertThat(String.join("\n", ivanReads())).contains("1 март").doesNotContain("26 февруари", "25 февруари");
    }

    @Test
    void tellOfASeatThatIsTheirsAsTheForumIsNow() {
        kit.registrations.release("haskovo", olena);
        kit.accept("haskovo", ivan);
        notices.movedUp(
                kit.forum("haskovo"), kit.registrations.find("haskovo", ivan).orElseThrow());
        moves(FRIDAY);

        assertThat(ivanReads())
                .filteredOn(text -> text.contains("то е ваше"))
                .singleElement()
                .asString()
                .contains("26 февруари")
                .doesNotContain("25 февруари");
    }

    @Test
    void tellOfNoSeatThatIsAnsweredOrOver() {
        kit.registrations.release("haskovo", olena);
        kit.accept("haskovo", ivan);
        assertThat(ivanReads()).isEmpty();

        kit.register("haskovo", olena);
        kit.registrations.release("haskovo", ivan);
        kit.clock.advance(Duration.ofDays(1));
        assertThat(guarded.channel.carried).as("too late to be asked").isEmpty();
    }

    @Test
    void wouldAskWhoeverHasAnsweredWithoutTheVeto() { // control
        kit.registrations.release("haskovo", olena);
        kit.accept("haskovo", ivan);
        unguarded.sendDueBulk();

        assertThat(String.join("\n", unguarded.channel.texts(IVANS))).contains("Пазя го за вас");
    }

    @Test
    void wouldTellOfASeatAsItWasWithoutTheVeto() { // control
        kit.registrations.release("haskovo", olena);
        moves(FRIDAY);
        unguarded.sendDueBulk();

        assertThat(String.join("\n", unguarded.channel.texts(IVANS))).contains("25 февруари");
    }

    @Test
    void tellOfNoSeatThatWasGivenUpOrOfACancelledForum() {
        kit.registrations.release("haskovo", olena);
        kit.registrations.release("haskovo", ivan);
        assertThat(ivanReads()).isEmpty();

        kit.register("haskovo", olena);
        kit.register("haskovo", ivan);
        kit.registrations.release("haskovo", olena);
        kit.forums.cancel("haskovo");
        assertThat(ivanReads()).isEmpty();
    }
}
