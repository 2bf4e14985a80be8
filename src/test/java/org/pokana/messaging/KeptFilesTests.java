package org.pokana.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pokana.SettableClock;
import org.pokana.kernel.Address;
import org.pokana.kernel.Attachment.Kind;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Brought.Trouble;
import org.pokana.messaging.KeptFile.Piece;
import org.pokana.store.TestStore;

/** Files that people sent us to pass on: fetched, looked at, kept, and gone when their time is over. */
class KeptFilesTests {

    private static final Address MARIA = new Address("telegram", "777");
    private static final ContactId MARIA_HERSELF = new ContactId("maria");
    private static final byte[] PICTURE = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I'};
    private static final byte[] TEXT = "програма".getBytes(UTF_8);

    private final TestStore store = TestStore.inMemory(KeptFile.class, Piece.class);
    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final Set<String> held = new HashSet<>();
    private final List<Showing> asked = new ArrayList<>();
    private final KeptFiles files = files(store);
    private int ids;

    private KeptFiles files(TestStore where) {
        return new KeptFiles(
                where.mongo(), () -> "file" + ++ids, clock, List.of(before -> held), "https://pokana.example");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsBytesOfAnySize() {
        for (int size : List.of(1, Piece.SIZE - 1, Piece.SIZE, Piece.SIZE + 1, (int) KeptFiles.LARGEST)) {
            var bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            var file = files.keep(MARIA, Kind.FILE, "план.bin", null, bytes);

            assertThat(files.find(file.id())).contains(file);
            assertThat(files.bytes(file))
                    .hasValueSatisfying(kept -> assertThat(kept).isEqualTo(bytes));
        }
    }

    @Test
    void isThereAfterARestart(@TempDir Path folder) {
        KeptFile file;
        try (var disk = TestStore.onDisk(folder, KeptFile.class, Piece.class)) {
            file = files(disk).keep(MARIA, Kind.FILE, "план.pdf", "ref", "%PDF-1.7".getBytes(UTF_8));
        }
        try (var disk = TestStore.onDisk(folder, KeptFile.class, Piece.class)) {
            assertThat(files(disk).find(file.id())).contains(file);
            assertThat(files(disk).bytes(file)).hasValue("%PDF-1.7".getBytes(UTF_8));
        }
    }

    @Test
    void believesTheBytesRatherThanTheSender() {
        assertThat(files.keep(MARIA, Kind.PHOTO, "", "ref", PICTURE)).satisfies(photo -> {
            assertThat(photo.kind()).isEqualTo(Kind.PHOTO);
            assertThat(photo.type()).isEqualTo("image/jpeg");
            assertThat(photo.name()).isEqualTo("photo.jpg");
            assertThat(photo.reference()).isEqualTo("ref");
        });
        assertThat(files.keep(MARIA, Kind.PHOTO, "снимка.jpg", "ref", "<script>".getBytes(UTF_8)))
                .satisfies(file -> {
                    assertThat(file.kind()).isEqualTo(Kind.FILE);
                    assertThat(file.type()).isEqualTo("application/octet-stream");
                    assertThat(file.reference()).isNull();
                });
    }

    /** Else people would get it under the name that we took out. */
    @Test
    void neverPassesAHostileNameOnByReference() {
        assertThat(files.keep(MARIA, Kind.FILE, "план.pdf", "ref", TEXT).reference())
                .isEqualTo("ref");
        assertThat(files.keep(MARIA, Kind.FILE, "..\\план\u202efdp.exe", "ref", TEXT))
                .satisfies(file -> {
                    assertThat(file.name()).isEqualTo("планfdp.exe");
                    assertThat(file.reference()).isNull();
                });
    }

    @Test
    void goesWithItsTimeUnlessSomebodyNeedsIt() {
        var needed = files.keep(MARIA, Kind.FILE, "план.pdf", null, TEXT);
        var old = files.keep(MARIA, Kind.FILE, "стар план.pdf", null, TEXT);
        held.add(needed.id());
        clock.advance(Duration.ofDays(90));
        var fresh = files.keep(MARIA, Kind.FILE, "нов план.pdf", null, TEXT);

        assertThat(files.fade(clock.instant().minusSeconds(1))).isEqualTo(1);
        assertThat(files.find(old.id())).isEmpty();
        assertThat(files.bytes(old)).isEmpty();
        assertThat(files.bytes(needed)).isPresent();
        assertThat(files.bytes(fresh)).isPresent();
    }

    @Test
    void takesAwayWhatACrashLeft() {
        store.mongo().insert(new Piece("x:0", "x", TEXT, clock.instant()));
        var whole = files.keep(MARIA, Kind.FILE, "план.pdf", null, TEXT);
        held.add(whole.id());
        clock.advance(Duration.ofDays(90));
        files.fade(clock.instant());

        assertThat(store.mongo().findAll(Piece.class)).extracting(Piece::file).containsExactly(whole.id());
    }

    @Test
    void isShownToWhoeverSentIt() {
        files.keep(MARIA, Kind.FILE, "план.pdf", null, TEXT);

        assertThat(files.of(MARIA_HERSELF, List.of(MARIA)).toString()).contains("план.pdf", "16");
        assertThat(files.of(new ContactId("olena"), List.of(new Address("telegram", "501"))))
                .isEmpty();
    }

    @Test
    void forgetsWhoSentIt() {
        var used = files.keep(MARIA, Kind.FILE, "план.pdf", "ref", TEXT);
        var draft = files.keep(MARIA, Kind.FILE, "чернова.pdf", "ref", TEXT);
        held.add(used.id());
        files.forget(MARIA_HERSELF, List.of(MARIA));

        assertThat(files.find(draft.id())).isEmpty();
        assertThat(files.bytes(draft)).isEmpty();
        assertThat(files.find(used.id()).orElseThrow().from()).isNull();
        assertThat(files.find(used.id()).orElseThrow().reference()).isNull();
        assertThat(files.bytes(used)).isPresent();
        assertThat(files.of(MARIA_HERSELF, List.of(MARIA))).isEmpty();
    }

    @Test
    void fetchesWhatItIsToldTo() {
        var brought = porter(new Fetched.Here(PICTURE)).bring(MARIA, photo(0));

        assertThat(brought.trouble()).isNull();
        assertThat(brought.group()).isEqualTo("album");
        assertThat(brought.item()).satisfies(item -> {
            assertThat(item.kind()).isEqualTo(Kind.PHOTO);
            assertThat(item.link()).isEqualTo("https://pokana.example/chat/media/" + item.file());
            assertThat(files.bytes(files.find(item.file()).orElseThrow())).hasValue(PICTURE);
        });
    }

    @Test
    void triesOnceMoreWhenItCannotBeHad() {
        var brought = porter(new Fetched.Away("502"), new Fetched.Here(PICTURE)).bring(MARIA, photo(0));
        assertThat(brought.item()).isNotNull();

        assertThat(porter(new Fetched.Away("502"), new Fetched.Away("502"))
                        .bring(MARIA, photo(0))
                        .trouble())
                .isEqualTo(Trouble.AWAY);
    }

    @Test
    void doesNotEvenAskForWhatIsTooBig() {
        assertThat(porter(new Fetched.Here(PICTURE))
                        .bring(MARIA, photo(KeptFiles.LARGEST + 1))
                        .trouble())
                .isEqualTo(Trouble.TOO_BIG);
        assertThat(asked).isEmpty();
        assertThat(porter(new Fetched.TooBig()).bring(MARIA, photo(0)).trouble())
                .isEqualTo(Trouble.TOO_BIG);
    }

    @Test
    void keepsNothingOfAnEmptyFile() {
        assertThat(porter(new Fetched.Here(new byte[0])).bring(MARIA, photo(0)).trouble())
                .isEqualTo(Trouble.EMPTY);
        assertThat(store.mongo().findAll(KeptFile.class)).isEmpty();
    }

    @Test
    void takesWhatItsOwnChannelBroughtAlready() {
        var uploaded = files.keep(MARIA, Kind.PHOTO, "зала.jpg", null, PICTURE);
        var showing = new Showing(Kind.PHOTO, uploaded.id(), "зала.jpg", 9, null);

        assertThat(porter().bring(MARIA, showing).item()).isEqualTo(files.item(uploaded));
        assertThat(porter(new Fetched.Away("no such file"), new Fetched.Away("no such file"))
                        .bring(new Address("telegram", "501"), showing)
                        .trouble())
                .as("nobody gets at somebody else's")
                .isEqualTo(Trouble.AWAY);
    }

    private static Showing photo(long bytes) {
        return new Showing(Kind.PHOTO, "AgAC", "", bytes, "album");
    }

    private Porter porter(Fetched... endings) {
        return new Porter(new Channels(List.of(new Warehouse(List.of(endings)))), files);
    }

    /** A channel that hands files out. */
    private final class Warehouse implements Channel.Fetching {

        private final List<Fetched> endings;

        Warehouse(List<Fetched> endings) {
            this.endings = new ArrayList<>(endings);
        }

        @Override
        public String name() {
            return "telegram";
        }

        @Override
        public Abilities abilities() {
            return new Abilities(4096, 1024, 24, true, true);
        }

        @Override
        public Delivery send(Address to, Content content, Lane lane) {
            return new Delivery.Refused("nobody sends here");
        }

        @Override
        public Fetched fetch(Showing showing, long mostBytes) {
            assertThat(mostBytes).isEqualTo(KeptFiles.LARGEST);
            asked.add(showing);
            return endings.remove(0);
        }
    }
}
