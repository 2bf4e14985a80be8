package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.console.DeskSeason.DIMITROVGRAD;
import static org.pokana.console.DeskSeason.HASKOVO;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pokana.audit.Audit;
import org.pokana.contact.Contact;
import org.pokana.contact.Role;
import org.pokana.followup.Album;
import org.pokana.followup.Shelf;
import org.pokana.followup.Takeaways;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.SamplePictures;
import org.pokana.phone.PhoneNumber;
import org.pokana.phone.PhoneNumbers;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.web.util.HtmlUtils;

/** What Maria takes along and puts in order on the day of the forum and after it. */
class DeskAfterwardsTests {

    /** A PNG of one pixel. */
    static final String PIXEL = "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
            + "1f15c4890000000d49444154789c636060606000000005000157a7d4f90000000049454e44ae426082";

    private static DeskStage stage;
    private static Contact contact;
    private static DeskVisitor maria;

    @BeforeAll
    static void open() {
        stage = DeskStage.open();
        DeskSeason.happens(stage);
        DeskSeason.theMorningComes(stage);
        contact = stage.person("maria", Role.ORGANIZER);
        maria = stage.signedIn(contact);
        maria.get("/desk/devices");
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static Forum forum(String id) {
        return stage.bean(Forums.class).find(id).orElseThrow();
    }

    // ---- the funder pack

    private static Map<String, byte[]> unpacked(byte[] zip) {
        var files = new LinkedHashMap<String, byte[]>();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                assertThat(files.put(entry.getName(), entries.readAllBytes()))
                        .as("twice")
                        .isNull();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return files;
    }

    private static String pdf(byte[] file) {
        try (var document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Written in one go, it says only at its end where its parts are. */
    private static String sheet(byte[] book) {
        try {
            var file = Files.createTempFile("pokana", ".xlsx");
            try (var zip = new ZipFile(Files.write(file, book).toFile())) {
                var all = new StringBuilder();
                for (var entry : Collections.list(zip.entries())) {
                    all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
                return HtmlUtils.htmlUnescape(all.toString());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    @Test
    void theFunderGetsEverythingInOneFileAndEachPartOpens() {
        stage.bean(PhoneNumbers.class).keep("person4", new PhoneNumber("+359888123456"));
        var taken = maria.download("/desk/forums/" + HASKOVO + "/funder-pack.zip");
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("pokana-funder-pack-" + HASKOVO + "-bg.zip");
        assertThat(taken.headers().firstValue("Cache-Control")).contains("no-store");
        var files = unpacked(taken.body());
        assertThat(files.keySet())
                .containsExactly(
                        "01 Отчет.pdf",
                        "02 Присъствен списък.pdf",
                        "03 Участници.xlsx",
                        "04 Програма.pdf",
                        "05 Писма-покани-1.pdf",
                        "06 Съобщения.txt",
                        "07 Обратна връзка.pdf",
                        "08 Регистър на сертификатите.xlsx",
                        "09 Обхват.xlsx",
                        "00 Съдържание.txt");
        assertThat(pdf(files.get("01 Отчет.pdf")))
                .contains("Отчет за форума", "Места 50", "Записани 50", "Дошли 12", "Записани, но не дошли 38")
                .contains("За пръв път на форум 12", "По вид организация", "Община", "Хасково");
        assertThat(pdf(files.get("02 Присъствен списък.pdf"))).contains("Гюлсюм", "Подпис");
        assertThat(sheet(files.get("03 Участници.xlsx")))
                .contains("Гюлсюм", "Тук е")
                .doesNotContain("<f>", "359", "Телефон");
        assertThat(pdf(files.get("04 Програма.pdf")))
                .contains(forum(HASKOVO).agenda().get(0).title().words().get("bg"));
        assertThat(pdf(files.get("05 Писма-покани-1.pdf"))).contains("Писмо-покана", "Станислава");
        assertThat(text(files.get("06 Съобщения.txt"))).contains("Няма съобщение само за хората от този форум");
        assertThat(pdf(files.get("07 Обратна връзка.pdf"))).contains("Как беше");
        assertThat(sheet(files.get("08 Регистър на сертификатите.xlsx")))
                .contains(HASKOVO.toUpperCase(java.util.Locale.ROOT) + "/1", "/certificate/" + HASKOVO);
        assertThat(sheet(files.get("09 Обхват.xlsx"))).contains("Свиленград");
        assertThat(text(files.get("00 Съдържание.txt"))).startsWith("\uFEFF").contains("01 Отчет.pdf", "лични данни");
        assertThat(stage.bean(Audit.class).latest(0, 50))
                .extracting(Audit.Entry::about)
                .contains(HASKOVO + " funder pack");
    }

    @Test
    void thePackIsInTheLanguageOfThePageAndTheListIsPrintedWithItsFilter() {
        var pack = stage.signedIn(contact).download("/desk/forums/" + DIMITROVGRAD + "/funder-pack.zip?lang=en");
        assertThat(unpacked(pack.body()).keySet()).contains("01 Report.pdf", "02 Attendance sheet.pdf");
        var list = maria.download("/desk/forums/" + HASKOVO + "/people.pdf?standing=HERE&lang=bg");
        assertThat(pdf(list.body()))
                .contains("12 души", "Гюлсюм", "Телефон", "без телефон")
                .doesNotContain("Чака");
    }

    @Test
    void photosGoAlongOnlyWhenThatIsWantedAndNeverOnesThatSomebodyWantsToBeTakenOutOf() {
        var shelf = stage.bean(Shelf.class);
        for (String photo : List.of("зала.png", "група.png")) {
            var pixels = java.util.HexFormat.of().parseHex(PIXEL);
            assertThat(shelf.add(forum(HASKOVO), photo, pixels, contact)).isEqualTo(Shelf.Added.ADDED);
        }
        assertThat(photos("")).isEmpty();
        assertThat(photos("?photos=true")).as("control").hasSize(2);
        stage.bean(MongoOperations.class)
                .getCollection("photoRequests")
                .insertOne(new Document("_id", "wish")
                        .append("forum", HASKOVO)
                        .append("number", 2)
                        .append("contact", "nobody")
                        .append("at", new java.util.Date()));
        assertThat(photos("?photos=true")).singleElement().asString().startsWith("11 Снимки/1-");
        assertThat(maria.get("/desk/forums/" + HASKOVO + "/materials?lang=bg").body())
                .contains("махнете ме");
        assertThat(maria.submits("/desk/forums/" + HASKOVO + "/materials/photo/2/removal")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .contains("material-removed");
        assertThat(shelf.of(HASKOVO)).extracting(Shelf.Thing::number).containsExactly(1);
    }

    private static List<String> photos(String query) {
        return unpacked(maria.download("/desk/forums/" + HASKOVO + "/funder-pack.zip" + query)
                        .body())
                .keySet()
                .stream()
                .filter(name -> name.startsWith("11 "))
                .toList();
    }

    @Test
    void aPackCountsAmongTheFilesOfAnHour() {
        var greedy = stage.signedIn(stage.person("greedy", Role.ORGANIZER));
        for (int i = 0; i < Downloads.MOST_AN_HOUR; i++) {
            greedy.get("/desk/forums/" + HASKOVO + "/people.csv?q=никой");
        }
        assertThat(greedy.download("/desk/forums/" + HASKOVO + "/funder-pack.zip")
                        .statusCode())
                .isEqualTo(429);
    }

    // ---- several people at once

    private static HttpResponse<String> together(String act, String who, String... more) {
        var fields = new java.util.ArrayList<>(List.of("act", act, "who", who));
        fields.addAll(List.of(more));
        return maria.submits("/desk/forums/" + HASKOVO + "/people/together", fields.toArray(String[]::new));
    }

    private static boolean isHere(String who) {
        return stage.bean(Registrations.class)
                .find(HASKOVO, new ContactId(who))
                .filter(Registration::hasArrived)
                .isPresent();
    }

    @Test
    void severalAreCheckedInItIsSaidWhatBecameOfEachAndOnlyThoseGoOutAgain() {
        var done = together("here", "person0,person20,person21,person55,nobody").body();
        assertThat(done).contains("беше отбелязан", "вече е тук", "няма място", "Отмени: 2");
        assertThat(isHere("person20")).isTrue();
        assertThat(together("here", "person20,person21").body()).as("again").doesNotContain("Отмени:");
        var undone = together("away", "person20,person21,person22").body();
        assertThat(undone).contains("отново се очаква", "не беше отбелязан");
        assertThat(isHere("person20")).isFalse();
        assertThat(isHere("person0")).as("was here before").isTrue();
        assertThat(together("here", "").headers().firstValue("Location").orElseThrow())
                .contains("nobody-picked");
        assertThat(together("dance", "person1").statusCode()).isEqualTo(400);
    }

    @Test
    void whoIsTakenOffTheListIsToldOnceAndTheirSeatGoesOn() {
        var seats = forum(HASKOVO).seats().size();
        var oksana = stage.person("oksana");
        stage.bean(Registrations.class).register(DIMITROVGRAD, oksana.id(), DeskSeason.person(0));
        var path = "/desk/forums/" + DIMITROVGRAD + "/people/together";
        var asks = maria.submits(path, "act", "release", "who", oksana.key());
        assertThat(asks.body()).contains("Вече не сте записани за", "Прекрати 1 записване");
        assertThat(forum(DIMITROVGRAD).seats(oksana.id())).as("only asked").isTrue();
        for (int i = 0; i < 2; i++) {
            assertThat(maria.submits(path, "act", "release", "who", oksana.key(), "sure", "true")
                            .body())
                    .contains("записването е прекратено");
        }
        assertThat(forum(DIMITROVGRAD).seats(oksana.id())).isFalse();
        var told = stage.bean(Outbox.class).of("seat:" + DIMITROVGRAD).stream()
                .filter(message -> message.contact().equals(oksana.key()))
                .filter(message -> message.id().startsWith("released:"))
                .toList();
        assertThat(told).hasSize(1);
        assertThat(together("release", "person1", "sure", "true").body()).contains("тук е, остава");
        assertThat(forum(HASKOVO).seats()).hasSize(seats);
    }

    @Test
    void whoWaitsStandsInTheirOrderAndWhoHasConfirmedIsFound() {
        var waiting = maria.get("/desk/forums/" + HASKOVO + "/people?standing=WAITING&order=LINE&lang=bg")
                .body();
        assertThat(waiting).containsSubsequence("№ 1 по ред", "№ 2 по ред", "№ 3 по ред");
        stage.bean(Registrations.class).coming(HASKOVO, new ContactId("person30"));
        stage.clock.travelTo("2027-02-25T07:31:00Z");
        assertThat(maria.get("/desk/forums/" + HASKOVO + "/people?coming=true").body())
                .contains("1 човек");
        assertThat(maria.get("/desk/forums/" + HASKOVO + "/people?order=MUNICIPALITY")
                        .body())
                .contains("aria-sort=\"ascending\"><a href=\"?order=MUNICIPALITY&amp;back=true\"");
    }

    // ---- the album

    private static String became(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** Two more photos, by their numbers. */
    private static List<String> photographed() {
        var before = Set.copyOf(stage.bean(Album.class).standings(DIMITROVGRAD).keySet());
        for (int i = 0; i < 2; i++) {
            var added = stage.bean(Shelf.class)
                    .add(forum(DIMITROVGRAD), "зала.jpg", SamplePictures.jpeg(300, 200), contact);
            assertThat(added).isEqualTo(Shelf.Added.ADDED);
        }
        return stage.bean(Album.class).standings(DIMITROVGRAD).keySet().stream()
                .filter(number -> !before.contains(number))
                .sorted()
                .map(String::valueOf)
                .toList();
    }

    private static Album.Standing standing(String photo) {
        return stage.bean(Album.class).standings(DIMITROVGRAD).get(Integer.valueOf(photo));
    }

    @Test
    void photosGoOnThePublicPageOnlyAfterSomebodyMadeSureAndComeBackAtOnce() {
        var act = "/desk/forums/" + DIMITROVGRAD + "/album";
        var photos = photographed();
        var one = photos.get(0);
        var other = photos.get(1);
        assertThat(maria.get("/desk/forums/" + DIMITROVGRAD + "/materials?lang=bg")
                        .body())
                .contains("Разгледах всяка отбелязана снимка", "form=\"showing\" value=\"" + one + "\"");
        for (String unsure : List.of("", "false", "on")) {
            assertThat(became(maria.submits(act, "act", "show", "photo", one, "sure", unsure)))
                    .contains("photo-unsure");
        }
        assertThat(standing(one)).isEqualTo(Album.Standing.INSIDE);
        assertThat(became(maria.submits(act, "act", "show", "photo", one, "photo", other, "sure", "true")))
                .contains("done=photo-shown&about=2");
        assertThat(standing(one)).isEqualTo(Album.Standing.SHOWN);
        assertThat(stage.bean(Audit.class).latest(0, 10))
                .extracting(Audit.Entry::about)
                .contains(DIMITROVGRAD + " " + one + "," + other);
        assertThat(stage.stranger()
                        .get("/forums/" + DIMITROVGRAD + "/photos/" + one)
                        .statusCode())
                .as("the forum is still to come")
                .isEqualTo(404);

        assertThat(became(maria.submits(act, "act", "hide", "photo", one))).contains("done=photo-hidden&about=1");
        assertThat(standing(one)).isEqualTo(Album.Standing.INSIDE);
        assertThat(standing(other)).isEqualTo(Album.Standing.SHOWN);
        assertThat(became(maria.submits(act, "act", "show", "photo", "999", "sure", "true")))
                .contains("done=photo-unshown&about=999");
        assertThat(became(maria.submits(act, "act", "show", "sure", "true"))).contains("photo-none");
        var many = IntStream.rangeClosed(0, AlbumActs.MOST)
                .mapToObj(i -> "" + (i + 1))
                .collect(Collectors.joining(","));
        assertThat(became(maria.submits(act, "act", "show", "photo", many, "sure", "true")))
                .contains("photo-many");
        assertThat(maria.submits(act, "act", "dance", "photo", one).statusCode())
                .isEqualTo(400);
        assertThat(maria.submits("/desk/forums/nope/album", "act", "hide", "photo", one)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @Tag("payloads")
    void whatIsSentInPlaceOfAPhotoRunsNowhere() {
        var act = "/desk/forums/" + DIMITROVGRAD + "/album";
        maria.get("/desk/forums/" + DIMITROVGRAD + "/materials");
        var refused = Set.copyOf(
                Payloads.alive(maria.submits(act, "photo", "1", "act", "dance").body()));
        var photo = "/forums/" + DIMITROVGRAD + "/photos/";
        var unknown =
                Set.copyOf(Payloads.alive(stage.stranger().get(photo + "0").body()));
        int looked = 0;
        for (String payload : Payloads.all()) {
            var answer = maria.submits(act, "photo", payload, "photo", "1", "act", payload, "sure", payload);
            assertThat(answer.statusCode()).as(payload).isEqualTo(400);
            assertThat(Payloads.alive(answer.body())).as(payload).isSubsetOf(refused);
            var address = URLEncoder.encode(payload, StandardCharsets.UTF_8).replace("+", "%20");
            var page = stage.stranger().get(photo + address);
            if (page.statusCode() == 400) { // an address that the server itself turns away
                assertThat(page.body()).as(payload).doesNotContain(payload, "alert(1)");
                continue;
            }
            assertThat(page.statusCode()).as(payload).isEqualTo(404);
            assertThat(Payloads.alive(page.body())).as(payload).isSubsetOf(unknown);
            looked++;
        }
        assertThat(looked).as("pages of ours").isGreaterThan(60);
    }

    // ---- materials

    private static HttpResponse<String> uploads(String forum, String name, String bytes) {
        var secret = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"")
                .matcher(maria.get("/desk/forums/" + forum + "/materials").body());
        assertThat(secret.find()).isTrue();
        var body = "--line\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                + "\"\r\nContent-Type: application/pdf\r\n\r\n" + bytes + "\r\n--line--\r\n";
        return maria.send(
                HttpRequest.newBuilder().POST(BodyPublishers.ofString(body)),
                "/desk/forums/" + forum + "/materials",
                "Content-Type",
                "multipart/form-data; boundary=line",
                "X-CSRF-TOKEN",
                secret.group(1));
    }

    /** As a browser without scripts does it: what shows that the form is ours comes last, behind the files. */
    private static HttpResponse<String> sends(DeskVisitor who, String form, String csrf, int bytes, String... words) {
        var body = new StringBuilder();
        for (int i = 0; i < words.length; i += 2) {
            body.append(part("name=\"" + words[i] + "\"", words[i + 1]));
        }
        body.append(part("name=\"files\"; filename=\"филм.mp4\"", "x".repeat(bytes)))
                .append(part("name=\"file\"; filename=\"още.yaml\"", "- id: x"))
                .append(part("name=\"_csrf\"", csrf))
                .append("--line--\r\n");
        return who.send(
                HttpRequest.newBuilder().POST(BodyPublishers.ofString(body.toString())),
                form,
                "Accept-Language",
                "bg",
                "Content-Type",
                "multipart/form-data; boundary=line");
    }

    private static String part(String head, String body) {
        return "--line\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + body + "\r\n";
    }

    @Test
    void whoSendsTooMuchWithoutAScriptReadsThatOnTheirPageAndLosesNoWord() {
        int tooMuch = 22 << 20;
        var page = maria.get("/desk/announcements/new").body();
        var csrf = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"").matcher(page);
        assertThat(csrf.find()).isTrue();
        var write = "/desk/announcements/new";
        String[] words = {"id", "toomuch1", "text-bg", "Залата е друга.", "to", "municipality:haskovo", "urgent", "Утре"
        };
        var written = sends(maria, write, csrf.group(1), tooMuch, words);
        assertThat(written.statusCode()).isEqualTo(200);
        assertThat(written.body())
                .contains("Файловете са твърде големи", "Залата е друга.", "value=\"Утре\"", "value=\"toomuch1\"")
                .contains("value=\"municipality:haskovo\" checked")
                .doesNotContain("Изпрати на");
        var materials = "/desk/forums/" + DIMITROVGRAD + "/materials";
        assertThat(sends(maria, materials, csrf.group(1), tooMuch).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains(materials, "material-too-big"));
        assertThat(sends(maria, materials, csrf.group(1), (20 << 20) + 1)
                        .headers()
                        .firstValue("Location"))
                .as("a little too much")
                .hasValueSatisfying(to -> assertThat(to).contains("material-too-big"));
        assertThat(sends(maria, "/desk/knowledge/import", csrf.group(1), tooMuch)
                        .body())
                .contains("по-голям от 1,4 MB");
        assertThat(sends(maria, write, "0".repeat(64), tooMuch, words).statusCode())
                .as("control: only from a form of ours")
                .isEqualTo(403);
        assertThat(sends(stage.stranger(), write, csrf.group(1), tooMuch, words).statusCode())
                .as("nobody reads what strangers send")
                .isEqualTo(303);
    }

    @Test
    @Tag("payloads")
    void whatALinkIsCalledRunsNeitherAtTheDeskNorOnThePublicPage() {
        var page = "/desk/forums/" + DIMITROVGRAD + "/materials";
        var ours = Set.copyOf(Payloads.alive(stage.stranger()
                .get("/forums/" + DIMITROVGRAD, "Accept-Language", "bg")
                .body()));
        int shown = 0;
        for (String payload : Payloads.all()) {
            var name = payload.replaceAll("\\s+", " ").strip();
            maria.get(page);
            maria.submits(page, "link", name + ": https://example.org/slides");
            var seen = maria.get(page).body();
            assertThat(Payloads.alive(seen)).as(payload).isEmpty();
            var number = Pattern.compile("/materials/link/(\\d+)/showing").matcher(seen);
            if (number.find()) {
                shown++;
                var link = page + "/link/" + number.group(1);
                maria.submits(link + "/showing", "open", "true");
                assertThat(Payloads.alive(stage.stranger()
                                .get("/forums/" + DIMITROVGRAD, "Accept-Language", "bg")
                                .body()))
                        .as(payload)
                        .isSubsetOf(ours);
                maria.submits(link + "/removal");
            }
        }
        assertThat(shown).as("they are there, as words").isGreaterThan(100);
    }

    @Test
    void materialsAreAddedShownOnThePageOfThePastForumAndTakenAway() {
        var page = "/desk/forums/" + DIMITROVGRAD + "/materials";
        var uploaded = uploads(DIMITROVGRAD, "план <b>.pdf", "%PDF-1.7 план");
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(302);
        assertThat(uploaded.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("done=material-added&about=1"));
        assertThat(uploads(DIMITROVGRAD, "празно.pdf", "").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("done=material-empty"));
        maria.submits(page, "link", "Слайдове: https://example.org/slides");
        assertThat(maria.submits(page, "link", "javascript:alert(1)").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("no-link"));
        var shown = maria.get(page).body();
        assertThat(shown).contains("Слайдове: https://example.org/slides", "план", "/materials/link/1/showing");
        assertThat(Payloads.alive(shown)).isEmpty();

        maria.submits(page + "/link/1/showing", "open", "true");
        maria.submits(page + "/file/1/showing", "open", "true");
        assertThat(maria.submits(page + "/photo/1/showing", "open", "true")
                        .headers()
                        .firstValue("Location"))
                .as("never a photo")
                .hasValueSatisfying(to -> assertThat(to).contains("material-gone"));
        assertThat(stage.bean(Takeaways.class).shown(DIMITROVGRAD))
                .extracting(Takeaways.Shown::href)
                .anySatisfy(href -> assertThat(href).startsWith("/chat/media/"))
                .contains("https://example.org/slides");
        for (int i = 0; i < 2; i++) {
            maria.submits(page + "/link/1/removal");
        }
        assertThat(stage.bean(Takeaways.class).shown(DIMITROVGRAD)).hasSize(1);
        assertThat(maria.get(page).body()).doesNotContain("Слайдове");
    }
}
