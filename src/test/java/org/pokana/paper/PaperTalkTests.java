package org.pokana.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.dimitrovgrad;
import static org.pokana.forum.TestForums.haskovo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.Stage;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.conversation.Flow;
import org.pokana.forum.Arrivals;
import org.pokana.forum.ForumFlows;
import org.pokana.forum.Forums;
import org.pokana.forum.Notices;
import org.pokana.forum.Registrations;
import org.pokana.messaging.Content;

/** Olena and Ivan have seats in Haskovo, Maria organizes, and somebody comes without a phone. */
class PaperTalkTests {

    private static final Instant HALF_PAST_EIGHT = Instant.parse("2027-02-25T06:30:00Z");

    private final Stage stage = new Stage(PaperTalkTests::flows, ForumFlows.documents());
    private final Forums forums = new Forums(stage.props.store(), stage.clock);
    private final Registrations registrations = registrations(stage.props);
    private final Stage.Person olena = stage.person("olena");
    private final Stage.Person ivan = stage.person("ivan");
    private final Stage.Person maria = stage.person("maria");

    private static Registrations registrations(Stage.Props props) {
        var notices = new Notices(props.outbox(), props.contacts(), props.words(), props.clock());
        return new Registrations(props.store(), new Forums(props.store(), props.clock()), notices, props.clock());
    }

    private static List<Flow> flows(Stage.Props props) {
        var all = new ArrayList<>(
                ForumFlows.all(props.store(), props.contacts(), props.outbox(), props.words(), props.clock()));
        all.addAll(new PaperKit(props.store(), registrations(props), props.words(), props.clock()).flows());
        return all;
    }

    @BeforeEach
    void thereIsAForum() {
        forums.add(haskovo(3));
        forums.add(dimitrovgrad(40));
        Stream.of(olena, ivan, maria).forEach(person -> person.says("/language bg"));
        stage.contacts.grant(maria.contact().id(), Role.ORGANIZER);
        register(olena, "haskovo", "Олена Ковал", "Сдружение „Мост“");
        register(ivan, "haskovo", "Иван Ковачев", "Община Хасково");
        Stream.of(olena, ivan, maria).forEach(Stage.Person::reads);
    }

    private void register(Stage.Person person, String forum, String name, String organisation) {
        registrations.register(forum, person.contact().id(), new Profile("ngo", "haskovo", organisation, name));
    }

    @AfterEach
    void closeStage() {
        stage.close();
    }

    @Test
    void theLetterIsOneTapFromOnesRegistrations() {
        olena.says("моите записвания").taps("Писмо-покана");

        var letter = document(olena, "application/pdf");
        assertThat(letter.name()).isEqualTo("pokana-letter-haskovo.pdf");
        assertThat(letter.caption()).contains("Писмото до ръководството ви, форум „Форум Хасково“");
        assertThat(Looking.text(letter.bytes())).contains("поканим Олена Ковал", "регистрационен № 1");
        assertThat(olena.reads()).contains("Писмото е готово");
    }

    @Test
    void theCodeForTheDoorIsAPictureOfOnesOwn() {
        olena.says("/my").taps("QR код за входа");
        var hers = document(olena, "image/png");
        ivan.says("qr код");
        var his = document(ivan, "image/png");

        assertThat(hers.caption()).contains("№ 1", "Форум Хасково");
        assertThat(Looking.codes(hers.bytes())).hasSize(1).isNotEqualTo(Looking.codes(his.bytes()));
        assertThat(Looking.codes(his.bytes()).get(0)).startsWith("https://pokana.example.org/pass/haskovo.2.");
    }

    @Test
    void whoeverHasTwoSeatsSaysForWhich() {
        register(olena, "dimitrovgrad", "Олена Ковал", "Сдружение „Мост“");
        olena.says("писмо покана");
        assertThat(olena.reads()).contains("За кой форум ви трябва писмото?");
        olena.taps("18.03 Димитровград");
        assertThat(Looking.text(document(olena, "application/pdf").bytes())).contains("Форум Димитровград");
    }

    @Test
    void withoutASeatThereIsNoPaper() {
        var georgi = stage.person("georgi");
        georgi.says("/letter haskovo").says("/pass haskovo").says("/letter").says("/pass nowhere");
        assertThat(georgi.reads()).contains("Писмото е за хора със запазено място", "QR кодът е за хора");
        assertThat(documents(georgi)).isEmpty();

        registrations.release("haskovo", olena.contact().id());
        olena.says("/pass haskovo");
        assertThat(olena.reads()).contains("QR кодът е за хора със запазено място");
    }

    @Test
    void whoeverCameGetsTheCertificateWhenTheyAskAndNobodyElse() {
        stage.clock.set(HALF_PAST_EIGHT);
        new Arrivals(stage.props.store(), stage.clock)
                .checkIn("haskovo", olena.contact().id(), maria.contact().id());
        olena.says("сертификат");
        assertThat(olena.reads()).contains("Засега за вас няма");

        stage.clock.set(forums.find("haskovo").orElseThrow().ends().plus(Duration.ofDays(100)));
        olena.says("сертификат");
        var hers = document(olena, "application/pdf");
        assertThat(hers.caption()).contains("„Форум Хасково“, № HASKOVO/1");
        assertThat(Looking.text(hers.bytes())).contains("СЕРТИФИКАТ", "Олена Ковал");
        olena.says("/certificate haskovo").says("искам си сертификата");
        assertThat(documents(olena)).as("again, as often as they lose it").hasSize(3);
        assertThat(olena.reads()).contains("Ако името е сгрешено");

        ivan.says("Сертификат").says("/certificate haskovo").says("/certificate nowhere");
        assertThat(documents(ivan)).isEmpty();
        assertThat(ivan.reads()).contains("Засега за вас няма");
    }

    @Test
    void anOrganizerPrintsEverythingAndGuestsAreOnIt() {
        maria.says("/guest haskovo")
                .says("Станка Петрова")
                .says("Читалище „Пробуда“")
                .taps("Запиши госта");
        maria.says("меню").taps("На входа").taps("За печат");
        assertThat(maria.reads()).contains("За кой форум?");
        maria.taps("25.02 Хасково");
        assertThat(maria.reads()).contains("Какво да подготвя за печат?");
        maria.taps("Присъствен списък");
        assertThat(Looking.text(document(maria, "application/pdf").bytes()))
                .contains("Присъствен списък", "Олена Ковал", "Иван Ковачев", "Станка Петрова", "Читалище „Пробуда“");
        maria.taps("Баджове");
        assertThat(Looking.text(document(maria, "application/pdf").bytes())).contains("Станка Петрова", "№ 3");
        maria.taps("Плакат с QR код");
        assertThat(Looking.codes(document(maria, "application/pdf").bytes(), 0)).hasSize(1);

        maria.taps("Сертификати");
        assertThat(maria.reads()).contains("още никой не е отбелязан, че е дошъл");
        stage.clock.set(HALF_PAST_EIGHT);
        new Arrivals(stage.props.store(), stage.clock)
                .checkIn("haskovo", ivan.contact().id(), maria.contact().id());
        maria.taps("Сертификати");
        assertThat(Looking.text(document(maria, "application/pdf").bytes()))
                .contains("Иван Ковачев")
                .doesNotContain("Олена", "Станка");
    }

    @Test
    void papersAreForOrganizersOnly() {
        olena.says("/papers haskovo sheet");
        assertThat(olena.reads()).contains("само организаторите");
        assertThat(documents(olena)).isEmpty();
    }

    @Test
    void nothingIsPrintedForNobody() {
        maria.says("/papers dimitrovgrad").taps("Баджове");
        assertThat(maria.reads()).contains("Още никой няма място за „Форум Димитровград“");
        maria.taps("Плакат с QR код");
        assertThat(document(maria, "application/pdf").name()).isEqualTo("pokana-poster-dimitrovgrad.pdf");
    }

    @Test
    void theCodeOnThePosterKnowsTheTime() {
        olena.says("/start poster-haskovo");
        assertThat(olena.reads()).contains("Форум Хасково", "Записани сте").doesNotContain("Какъв код виждате");
        stage.clock.set(HALF_PAST_EIGHT);
        olena.says("/start poster-haskovo");
        assertThat(olena.reads()).contains("Какъв код виждате на входа?");
        olena.says("отказ");
        stage.clock.set(forums.find("haskovo").orElseThrow().ends());
        olena.says("/start poster-haskovo");
        assertThat(olena.reads()).contains("Този форум вече мина");
        olena.says("/start poster-nowhere");
        assertThat(olena.reads()).contains("Не намирам такъв форум");
    }

    private static Content.Document document(Stage.Person person, String type) {
        var all = documents(person);
        assertThat(all).isNotEmpty();
        var last = all.get(all.size() - 1);
        assertThat(last.type()).isEqualTo(type);
        return last;
    }

    private static List<Content.Document> documents(Stage.Person person) {
        return person.messages().stream()
                .filter(Content.Document.class::isInstance)
                .map(Content.Document.class::cast)
                .toList();
    }
}
