package org.pokana.organizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.Stage;
import org.pokana.Stage.Person;
import org.pokana.contact.Consent;
import org.pokana.contact.Contact;
import org.pokana.contact.Contact.Reach;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Content;
import org.pokana.messaging.Delivery;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.Message.State;
import org.pokana.messaging.MessagingKit;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;

/** Organizers look at what did not arrive, and decide. */
class UndeliveredTests {

    private static final Delivery REFUSED = new Delivery.Refused("no");
    private static final Delivery UNCERTAIN = new Delivery.Uncertain("silence");
    private static final Delivery GONE = new Delivery.Gone("blocked");

    private final List<Collection<String>> revived = new ArrayList<>();
    private final Stage bot = new Stage(
            props -> List.of(new ListUndelivered(
                    MessagingKit.undelivered(props.store(), props.outbox(), props.clock(), revived::add),
                    new Losses(props.contacts()),
                    props.clock())),
            MessagingKit.undeliveredDocument());

    /** Nobody collects from it, so that each message ends as the story wants it. */
    private final Outbox outbox = MessagingKit.uncollected(bot.props.store(), bot.clock);

    private Person maria;

    @BeforeEach
    void cast() {
        person("maria", null, Role.ORGANIZER);
        person("olena", "Олена Коваль");
        person("ivan", null);
        maria = bot.person("maria");
    }

    @AfterEach
    void close() {
        bot.close();
    }

    private void person(String name, String called, Role... roles) {
        bot.props
                .store()
                .insert(new Contact(
                        name,
                        List.of(new Reach("webchat:" + name, true, bot.clock.instant())),
                        Locale.forLanguageTag("bg"),
                        new Profile(null, null, null, called),
                        called == null
                                ? List.of()
                                : List.of(new Consent("registration", 1, "hash", "bg", "webchat", bot.clock.instant())),
                        false,
                        false,
                        Set.of(roles),
                        Instant.EPOCH));
    }

    private void ends(String id, String person, Lane lane, String cause, Delivery delivery) {
        outbox.put(List.of(Post.of(
                id,
                new ContactId(person),
                new Address("webchat", person),
                lane,
                Content.text("тайна на " + person),
                cause,
                bot.clock.instant())));
        resolves(id, delivery);
    }

    private void resolves(String id, Delivery delivery) {
        bot.clock.advance(Duration.ofMinutes(2));
        bot.messaging.channel.nextEnds(delivery);
        bot.messaging.carry(message(id));
    }

    private Message message(String id) {
        return outbox.find(id).orElseThrow();
    }

    private String look() {
        maria.reads();
        return maria.says("/undelivered").reads();
    }

    private void somethingOfEverything() {
        ends("rem:haskovo:1:2h:olena", "olena", Lane.REMINDER, "forum:haskovo:1", REFUSED);
        ends("seat:haskovo:ivan:1", "ivan", Lane.REMINDER, "seat:haskovo", REFUSED);
        ends("chg:haskovo:2:olena", "olena", Lane.REMINDER, "change:haskovo:2", REFUSED);
        ends("reply:1", "olena", Lane.REPLY, "update:1", UNCERTAIN);
        ends("ann:n1:olena", "olena", Lane.ANNOUNCEMENT, "announcement:n1", UNCERTAIN);
        ends("ann:n1:ivan", "ivan", Lane.ANNOUNCEMENT, "announcement:n1", REFUSED);
        ends("left:7", "maria", Lane.REMINDER, "left:7", REFUSED);
    }

    @Test
    void saysSoWhenEverythingArrived() {
        assertThat(look()).contains("Всичко е наред");
        assertThat(maria.messages()).last().satisfies(content -> assertThat(((Content.Text) content).buttons())
                .hasSize(1));
    }

    @Test
    void countsByKindAndNamesThoseWhoTheyAre() {
        somethingOfEverything();

        assertThat(look())
                .contains("• Свободно място: 1 не стигна\n• Промяна на форум: 1 не стигна\n• Напомняне: 1 не стигна\n"
                        + "• Отговор: 1 неясно\n• Съобщение до много: 1 не стигна, 1 неясно")
                .contains("• Друго: 1 не стигна")
                .contains("Засегнати: Олена Коваль и още 2 без име.");
    }

    @Test
    void showsNothingOfWhatWasSaidToOnePersonAlone() {
        somethingOfEverything();

        assertThat(look().replace("„тайна на", "")).doesNotContain("тайна");
    }

    @Test
    void leavesOutWhoeverBlockedUsAndWhatIsLongAgo() {
        ends("ann:n1:olena", "olena", Lane.ANNOUNCEMENT, "announcement:n1", GONE);
        ends("ann:n1:ivan", "ivan", Lane.ANNOUNCEMENT, "announcement:n1", REFUSED);
        assertThat(look()).contains("Съобщение до много: 1 не стигна (");

        bot.clock.advance(Duration.ofDays(4));
        assertThat(look()).contains("Всичко е наред");
    }

    @Test
    void showsWhatCouldNotLeaveForTooLong() {
        outbox.put(List.of(Post.of(
                "reply:1",
                new ContactId("olena"),
                new Address("webchat", "olena"),
                Lane.REPLY,
                Content.text("отговор"),
                "update:1",
                bot.clock.instant())));
        bot.clock.advance(Duration.ofHours(25));
        bot.messaging.carry(message("reply:1"));

        assertThat(look()).contains("Отговор: 1 не стигна");
        maria.taps("Прати нестигналите: 1");
        bot.messaging.carry(message("reply:1"));
        assertThat(message("reply:1").state()).isEqualTo(State.SENT);
    }

    @Test
    void sendsAgainWhatFailedAndNotWhatMayHaveArrived() {
        somethingOfEverything();
        look();
        maria.taps("Прати нестигналите: 5");

        assertThat(maria.reads()).contains("Тръгват още веднъж 5 съобщения");
        assertThat(message("ann:n1:ivan").state()).isEqualTo(State.READY);
        assertThat(message("ann:n1:ivan").fault()).isNull();
        assertThat(message("ann:n1:olena").state()).isEqualTo(State.UNCERTAIN);
        assertThat(revived.get(0)).contains("announcement:n1", "forum:haskovo:1");
    }

    @Test
    void sendsAgainAlsoWhatMayHaveArrivedIfItIsToldTo() {
        somethingOfEverything();
        look();
        maria.taps("Прати и неясните: 7");

        assertThat(message("ann:n1:olena").state()).isEqualTo(State.READY);
        assertThat(message("reply:1").state()).isEqualTo(State.READY);
    }

    @Test
    void sendsAgainOnceForEachPress() {
        ends("ann:n1:ivan", "ivan", Lane.ANNOUNCEMENT, "announcement:n1", REFUSED);
        look();
        maria.taps("Прати нестигналите: 1");
        maria.taps("Прати нестигналите: 1");
        assertThat(maria.reads()).contains("Това вече е направено");
        resolves("ann:n1:ivan", REFUSED);
        maria.taps("Прати нестигналите: 1"); // the old button once more: it failed again since
        assertThat(message("ann:n1:ivan").state()).isEqualTo(State.FAILED);

        look();
        maria.taps("Прати нестигналите: 1");
        assertThat(message("ann:n1:ivan").state()).isEqualTo(State.READY);
    }

    @Test
    void letsThemBeAndShowsTheNextOnes() {
        somethingOfEverything();
        look();
        bot.clock.advance(Duration.ofMinutes(1));
        ends("ann:n1:petar", "ivan", Lane.ANNOUNCEMENT, "announcement:n1", REFUSED);
        maria.taps("Остави ги");

        assertThat(look()).contains("Съобщение до много: 1 не стигна (").doesNotContain("Отговор");
        assertThat(message("reply:1").state()).isEqualTo(State.UNCERTAIN);
    }

    @Test
    void isForOrganizersOnly() {
        somethingOfEverything();
        var olena = bot.person("olena");
        olena.says("/undelivered failed " + bot.clock.instant().toEpochMilli());

        assertThat(olena.reads()).contains("само организатор").doesNotContain("Тръгва");
        assertThat(message("ann:n1:ivan").state()).isEqualTo(State.FAILED);
    }

    @Test
    void takesNonsenseForALook() {
        assertThat(maria.says("/undelivered failed yesterday").reads()).contains("Всичко е наред");
        assertThat(maria.says("/undelivered what 1803542400000").reads()).contains("Всичко е наред");
    }
}
