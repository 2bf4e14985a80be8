package org.pokana.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.haskovo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pokana.contact.Profile;
import org.pokana.forum.Arrivals;
import org.pokana.forum.Forum;
import org.pokana.forum.ForumKit;
import org.pokana.forum.Registration;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Words;

/** Papers are opened, read and scanned, as whoever gets them would. */
class PaperTests {

    private static final Locale BULGARIAN = Locale.forLanguageTag("bg");
    private static final int CROWD = 200;

    /** As long as the form lets it be, with no place to break it, and with what would break a careless page. */
    private static final String LONGEST_NAME =
            "Александрина-Константинополска Ковалчук-Преображенска <b>&\"' Йордановааааааааааа";

    private static final String LONGEST_ORGANISATION =
            "Обединено сдружение с нестопанска цел за интеграция на граждани на трети държави в област Хасково и Източните Родопи <i>";

    private final ForumKit kit = new ForumKit(haskovo(CROWD + 1));
    private final Arrivals arrivals = new Arrivals(kit.mongo(), kit.clock);
    private final PaperKit papers = papers(Words.read(Optional.empty()));

    private PaperKit papers(Words words) {
        return new PaperKit(kit.mongo(), kit.registrations, words, kit.clock);
    }

    @AfterEach
    void closeStore() {
        kit.close();
    }

    private Registration registered(String contact, String name, String organisation) {
        var who = new ContactId(contact);
        kit.registrations.register("haskovo", who, new Profile("ngo", "haskovo", organisation, name));
        return kit.registrations.find("haskovo", who).orElseThrow();
    }

    private Registration olena() {
        return registered("olena", "Олена Коваль", "Сдружение „Мост“");
    }

    private Registration checkedIn(Registration registration) {
        return arrivals.checkIn("haskovo", registration.contactId(), registration.contactId())
                .orElseThrow();
    }

    private Forum forum() {
        return kit.forum("haskovo");
    }

    @Test
    void theLetterTellsAnEmployerWhoWhereAndWhen() {
        var letter = Looking.text(papers.forParticipants.letter(forum(), olena(), BULGARIAN));

        assertThat(letter)
                .contains("Писмо-покана", "До ръководството на Сдружение „Мост“", "поканим Олена Коваль")
                .contains("четвъртък, 25 февруари 2027 г., 09:00–16:30 ч.", "Заседателна зала, Хасково")
                .contains("09:00–09:30 Регистрация и кафе", "регистрационен № 1", "Сдружение „Среща“");
        assertThat(Looking.text(papers.forParticipants.letter(forum(), olena(), Locale.ENGLISH)))
                .contains("Letter of invitation", "Thursday, 25 February 2027", "Meeting hall, Haskovo");
    }

    @Test
    void whateverPeopleWriteStaysWordsOnPaper() {
        var registration = registered("guest-anna", LONGEST_NAME, LONGEST_ORGANISATION);
        var name = LONGEST_NAME.replaceAll("\\s+", "");
        var organisation = LONGEST_ORGANISATION.replaceAll("\\s+", "");
        checkedIn(registration);

        for (byte[] pdf : List.of(
                papers.forParticipants.letter(forum(), registration, BULGARIAN),
                papers.forOrganizers.sheet(forum(), BULGARIAN),
                papers.forOrganizers.badges(forum(), BULGARIAN),
                papers.forOrganizers.guests(forum(), BULGARIAN),
                papers.certificates.ofAll(forum(), BULGARIAN).orElseThrow())) {
            var pages = Looking.pages(pdf);
            assertThat(pages).hasSize(1);
            assertThat(pages.get(0)).contains(name, organisation);
        }
    }

    @Test
    void twoHundredPeopleFitOnTheirPages() {
        IntStream.rangeClosed(1, CROWD)
                .forEach(i -> registered(
                        "p" + i,
                        i % 10 == 0 ? LONGEST_NAME : "Участник Номер " + i,
                        i % 7 == 0 ? LONGEST_ORGANISATION : "Организация " + i % 30));

        var badges = Looking.pages(papers.forOrganizers.badges(forum(), BULGARIAN));
        assertThat(badges).hasSize(CROWD / 10);
        assertThat(badges).allSatisfy(page -> assertThat(page.split("№", -1)).hasSize(11));
        var sheet = Looking.pages(papers.forOrganizers.sheet(forum(), BULGARIAN));
        assertThat(sheet).hasSizeBetween(8, 16).allSatisfy(page -> assertThat(page)
                .contains("Подпис"));
        assertThat(IntStream.rangeClosed(1, CROWD).filter(i -> i % 10 != 0).filter(i -> !String.join("", sheet)
                        .contains("УчастникНомер" + i)))
                .isEmpty();
    }

    @Test
    void badgesCarryTheCodesThatTheDoorReads() {
        var one = papers.passes.link(olena());
        var two = papers.passes.link(registered("ivan", "Иван Ковачев", "Община Хасково"));

        assertThat(Looking.codes(papers.forOrganizers.badges(forum(), BULGARIAN), 0))
                .containsExactlyInAnyOrder(one, two);
    }

    @Test
    void guestsWithoutAPhoneGetACardTheDoorReads() {
        olena();
        var guest = registered("guest-stoyan", "Стоян Петров", "Сдружение „Дом“");
        var card = papers.forOrganizers.guests(forum(), BULGARIAN);

        assertThat(Looking.codes(card, 0)).containsExactly(papers.passes.link(guest));
        assertThat(Looking.text(card))
                .contains("Стоян Петров", "№ 2", "четвъртък, 25 февруари 2027 г.", "Заседателна зала, Хасково")
                .doesNotContain("Олена");
    }

    @Test
    void thePosterHasOneCode() {
        var poster = papers.forOrganizers.poster(forum(), BULGARIAN);

        assertThat(Looking.codes(poster, 0)).containsExactly("https://pokana.example.org/go/haskovo");
        assertThat(Looking.pages(poster)).hasSize(1);
        assertThat(Looking.text(poster))
                .contains("Форум Хасково", "Сканирайте с телефона", "pokana.example.org/go/haskovo");
    }

    @Test
    void thePassIsAPictureWithItsNumber() {
        var olena = olena();
        var link = papers.passes.link(olena);

        assertThat(Looking.codes(papers.forParticipants.pass(olena))).containsExactly(link);
        assertThat(Passes.token(link).flatMap(papers.passes::find)).contains(olena);
        assertThat(Passes.token("https://elsewhere.example/1.2.3")).isEmpty();
        assertThat(papers.passes.link(olena)).as("the same each time").isEqualTo(link);
    }

    @Test
    void onlyWhoeverWasThereGetsACertificate() {
        var olena = olena();
        registered("ivan", "Иван Ковачев", "Община Хасково");
        assertThat(papers.certificates.of(forum(), olena, BULGARIAN)).isEmpty();
        assertThat(papers.certificates.ofAll(forum(), BULGARIAN)).isEmpty();

        var certificate =
                papers.certificates.of(forum(), checkedIn(olena), BULGARIAN).orElseThrow();
        assertThat(certificate.number()).isEqualTo("HASKOVO/1");
        assertThat(Looking.text(certificate.pdf()))
                .contains("СЕРТИФИКАТ", "Олена Коваль", "Форум Хасково", "25 февруари 2027", "Сертификат № HASKOVO/1");
        assertThat(Looking.codes(certificate.pdf(), 0)).containsExactly(certificate.link());
        var all = papers.certificates.ofAll(forum(), BULGARIAN).orElseThrow();
        assertThat(Looking.text(all)).contains("Олена Коваль").doesNotContain("Иван");
    }

    @Test
    void aCertificateIsVerifiedByItsLinkAlone() {
        var olena = checkedIn(olena());
        var link =
                papers.certificates.of(forum(), olena, BULGARIAN).orElseThrow().link();
        var token = link.substring(link.lastIndexOf('/') + 1);
        var pass = Passes.token(papers.passes.link(olena)).orElseThrow();

        var verified = papers.certificates.verify(token).orElseThrow();
        assertThat(verified.number()).isEqualTo("HASKOVO/1");
        assertThat(verified.name()).isEqualTo("Олена Коваль");
        for (String wrong : List.of(
                pass, token.replace(".1.", ".2."), token + "A", "", "haskovo.1.", "nowhere.1." + "A".repeat(20))) {
            assertThat(papers.certificates.verify(wrong)).as(wrong).isEmpty();
        }
        arrivals.undo("haskovo", olena.contactId());
        assertThat(papers.certificates.verify(token))
                .as("was not there after all")
                .isEmpty();
    }

    /** What the secret is for: without it, anybody could make the end of a link from what stands on the paper. */
    @Test
    void anotherSecretMakesOtherLinks() {
        var olena = olena();
        var link = papers.passes.link(olena);
        kit.mongo().getCollection("paperKeys").drop();

        assertThat(papers.passes.link(olena)).isNotEqualTo(link);
        assertThat(Passes.token(link).flatMap(papers.passes::find)).isEmpty();
    }

    @Test
    void theNoticeOfTheFundIsThereOnceSwitchedOn(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("paper_bg.properties"), "paper.funding=С подкрепата на Фонд „Мостове“.");
        var funded = papers(Words.read(Optional.of(folder)));
        var olena = checkedIn(olena());
        registered("guest-stoyan", "Стоян Петров", "Сдружение „Дом“");

        assertThat(Looking.text(papers.forParticipants.letter(forum(), olena, BULGARIAN)))
                .doesNotContain("С подкрепата");
        for (byte[] pdf : List.of(
                funded.forParticipants.letter(forum(), olena, BULGARIAN),
                funded.forOrganizers.sheet(forum(), BULGARIAN),
                funded.forOrganizers.poster(forum(), BULGARIAN),
                funded.forOrganizers.badges(forum(), BULGARIAN),
                funded.forOrganizers.guests(forum(), BULGARIAN),
                funded.certificates.ofAll(forum(), BULGARIAN).orElseThrow())) {
            assertThat(Looking.pages(pdf)).hasSize(1);
            assertThat(Looking.text(pdf)).contains("С подкрепата на Фонд „Мостове“.");
        }
    }
}
