package org.pokana.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pokana.SettableClock;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Chats;
import org.pokana.messaging.Chats.Side;
import org.pokana.messaging.MessagingKit;
import org.pokana.store.DataFolder;
import org.pokana.store.TestStore;

/** What is said can be found soon after, whatever happens to the files, and what is forgotten never again. */
class KeepingUpTests {

    private static final Address OLENA = new Address("webchat", "olena");

    @TempDir
    private Path data;

    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private TestStore store;
    private Contacts contacts;
    private Shelf shelf;
    private KeepingUp keepingUp;
    private Archive archive;
    private int ids;

    @BeforeEach
    void open() {
        openStore();
        startService();
    }

    private void openStore() {
        var documents = Stream.concat(Arrays.stream(MessagingKit.documents()), Stream.of(Contact.class));
        store = TestStore.inMemory(documents.toArray(Class[]::new));
        contacts = new Contacts(store.mongo(), () -> "id" + ids++, clock);
        contacts.meet(OLENA, Locale.forLanguageTag("bg"));
        contacts.meet(new Address("webchat", "ivan"), Locale.forLanguageTag("bg"));
    }

    private void startService() {
        var chats = new Chats(store.mongo());
        shelf = new Shelf(store.mongo(), () -> "store" + ids++, new DataFolder(data));
        keepingUp = new KeepingUp(chats, shelf, new Directory(store.mongo(), contacts), clock);
        archive = new Archive(chats, shelf, contacts);
    }

    @AfterEach
    void close() throws IOException {
        shelf.close();
        store.close();
    }

    private void stopService() throws IOException {
        shelf.close();
    }

    private void said(String who, String text, Instant at) {
        store.mongo()
                .getCollection("inbox")
                .insertOne(new Document("_id", "in" + ids++)
                        .append("from", "webchat:" + who)
                        .append("kind", "SAID")
                        .append("text", text)
                        .append("at", Date.from(at))
                        .append("state", "DONE"));
    }

    private void told(String who, String text, String state) {
        store.mongo()
                .getCollection("outbox")
                .insertOne(new Document("_id", "out" + ids++)
                        .append("to", "webchat:" + who)
                        .append("contact", who)
                        .append("lane", "REPLY")
                        .append("cause", "reply")
                        .append("state", state)
                        .append("putAt", Date.from(clock.instant()))
                        .append("settledAt", Date.from(clock.instant()))
                        .append(
                                "content",
                                new Document("kind", "text")
                                        .append("text", text)
                                        .append("buttons", List.of())
                                        .append("lasting", false)));
    }

    private List<String> found(String words) {
        return archive.find(words, null, null, null, 50).found().stream()
                .map(found -> found.said().text())
                .toList();
    }

    private boolean holdsAByteOf(String word) {
        try (var files = Files.walk(data)) {
            return files.filter(Files::isRegularFile).anyMatch(file -> has(file, word));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean has(Path file, String word) {
        try {
            return new String(Files.readAllBytes(file), UTF_8).contains(word);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void bothSidesAreFoundTheLatestFirst() {
        said("olena", "Има ли паркинг?", clock.instant().minusSeconds(60));
        told("olena", "Паркинг има зад сградата.", "SENT");
        told("olena", "Паркингът е отменен.", "SUPERSEDED");
        keepingUp.keepUp();
        assertThat(found("паркинг")).containsExactly("Паркинг има зад сградата.", "Има ли паркинг?");
        assertThat(archive.find("паркинг", null, Side.THEIRS, null, 50).found()).hasSize(1);
        assertThat(archive.find("паркинг", List.of(new Address("webchat", "ivan")), null, null, 50)
                        .found())
                .isEmpty();
        assertThat(keepingUp.isBehind()).isFalse();
    }

    @Test
    void whatWasSaidBeforeThereWasAnIndexIsReadPieceByPiece() throws IOException {
        var then = Instant.parse("2027-01-01T08:00:00Z");
        IntStream.range(0, 1_300).forEach(i -> said("olena", "старо " + i, then.plusSeconds(i / 600))); // many at once
        keepingUp.keepUp();
        assertThat(shelf.index().size()).isEqualTo(1_300);
        stopService();

        said("ivan", "ново старо", clock.instant());
        startService();
        keepingUp.keepUp();
        assertThat(shelf.index().size()).isEqualTo(1_301);
        assertThat(found("старо ново")).containsExactly("ново старо");
    }

    @Test
    void whatComesLateIsFoundToo() {
        said("olena", "навреме", clock.instant());
        keepingUp.keepUp();
        clock.advance(Duration.ofMinutes(11));
        said("olena", "закъсняло", clock.instant().minus(Duration.ofHours(20)));
        keepingUp.keepUp();
        assertThat(found("закъсняло")).hasSize(1);
    }

    @Test
    void whoWorksAtTheDeskIsNotSearched() {
        said("olena", "връзка за влизане", clock.instant());
        keepingUp.keepUp();
        assertThat(found("връзка")).as("control").hasSize(1);
        contacts.grant(contacts.at(OLENA).orElseThrow().id(), Role.VIEWER);
        assertThat(found("връзка")).isEmpty();
    }

    @Test
    void noByteIsLeftOfWhoeverIsForgotten() {
        said("olena", "Zyumbyul4e", clock.instant());
        said("ivan", "нещо", clock.instant());
        keepingUp.keepUp();
        var word = Terms.of("Zyumbyul4e").iterator().next();
        assertThat(holdsAByteOf(word)).as("control").isTrue();
        store.mongo().getCollection("inbox").deleteMany(new Document("from", OLENA.toString()));
        assertThat(found("Zyumbyul4e")).as("at once, as it is not in the store").isEmpty();
        keepingUp.forget(new ContactId("any"), List.of(OLENA));
        assertThat(holdsAByteOf(word)).isFalse();
        assertThat(holdsAByteOf("olena")).isFalse();
        assertThat(found("нещо")).hasSize(1);
        keepingUp.keepUp();
        assertThat(holdsAByteOf(word)).as("it does not come back").isFalse();
    }

    @Test
    void whatFadesOrIsRemovedElsewhereGoesFromTheIndex() {
        said("olena", "отдавна", Instant.parse("2026-11-01T08:00:00Z"));
        said("olena", "скоро", clock.instant());
        said("olena", "друго", clock.instant());
        keepingUp.keepUp();
        keepingUp.fade(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(shelf.index().size()).isEqualTo(2);
        store.mongo().getCollection("inbox").deleteMany(new Document("text", "скоро"));
        keepingUp.compare();
        assertThat(shelf.index().size()).isEqualTo(1);
        assertThat(found("друго")).hasSize(1);
    }

    @Test
    void damagedFilesAreMadeAnew() throws IOException {
        said("olena", "цяло", clock.instant());
        keepingUp.keepUp();
        stopService();
        try (var files = Files.list(data.resolve("search"))) {
            for (Path file : files.filter(each -> !each.endsWith("write.lock")).toList()) {
                Files.writeString(file, "damaged");
            }
        }
        startService();
        keepingUp.keepUp();
        assertThat(found("цяло")).hasSize(1);
    }

    @Test
    void filesOfAnotherStoreAreNotTakenForThisOnes() throws IOException {
        said("olena", "чуждо", clock.instant());
        keepingUp.keepUp();
        stopService();
        store.close();
        openStore();
        startService();
        said("olena", "собствено", Instant.parse("2027-01-01T08:00:00Z"));
        keepingUp.keepUp();
        assertThat(shelf.index().size()).isEqualTo(1);
        assertThat(found("собствено")).hasSize(1);
    }

    @Test
    void whoeverFindsTheFolderTakenUsesAnother() throws IOException {
        said("olena", "общо", clock.instant());
        keepingUp.keepUp();
        var another = new Shelf(store.mongo(), () -> "other", new DataFolder(data));
        assertThat(another.index().size()).isZero();
        another.close();
        assertThat(found("общо")).hasSize(1);
    }
}
