package org.pokana.desk;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.audit.Audit;
import org.pokana.contact.Contact;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Lets an organizer sign in by password and one-time code, too, and ends that again. Nobody has to. */
@Component
public class DeskPasswords {

    /** What a secret for an app looks like. */
    public static final String SECRET = "[A-Z2-7]{32}";

    private static final int SECRET_BYTES = 20;
    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}@._+ -]{1,58}[\\p{L}\\p{N}.]";
    private static final int SHORTEST_OWN = 4;

    private final MongoOperations store;
    private final SlowHash slow;
    private final DeskNotices notices;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    DeskPasswords(MongoOperations store, SlowHash slow, DeskNotices notices, Audit audit, Ids ids, Clock clock) {
        this.store = store;
        this.slow = slow;
        this.notices = notices;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * That somebody can sign in so.
     *
     * @param left how many recovery codes are not used yet
     */
    public record On(String name, Instant since, int left) {}

    /** What came of setting it up. */
    public sealed interface SetUp {

        /** The codes are never shown again. */
        record Done(List<String> recoveryCodes) implements SetUp {}

        record Wrong(Fault fault) implements SetUp {}
    }

    /** Why it could not be set up; named in the texts. */
    public enum Fault {
        NAME,
        TAKEN,
        SHORT,
        LONG,
        COMMON,
        OWN,
        CODE,
        ON_ALREADY
    }

    public Optional<On> of(ContactId who) {
        return Optional.ofNullable(store.findById(who.value(), DeskPassword.class))
                .map(kept -> new On(kept.name(), kept.since(), kept.spare().size()));
    }

    /** For an app to make codes of; kept nowhere until a code shows that the app has it. */
    public String freshSecret() {
        return Base32.write(Arrays.copyOf(Secret.digest(ids.next() + ids.next()), SECRET_BYTES));
    }

    public SetUp setUp(Contact who, String name, String password, String secret, String code) {
        var called = compared(name);
        if (!called.matches(NAME)) {
            return new SetUp.Wrong(Fault.NAME);
        }
        var own = Stream.concat(Stream.of(called), words(who.profile().name())).toList();
        var weakness = PasswordRules.weakness(password, own);
        if (weakness.isPresent()) {
            return new SetUp.Wrong(Fault.valueOf(weakness.get().name()));
        }
        var step = OneTimeCode.step(read(secret), digits(code), clock.instant());
        return step.isEmpty()
                ? new SetUp.Wrong(Fault.CODE)
                : keep(who.id(), called, password, read(secret), step.getAsLong());
    }

    /** Capitals and double blanks make no difference. */
    static String compared(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static Stream<String> words(@Nullable String name) {
        return Stream.ofNullable(name)
                .flatMap(all -> Stream.of(all.split("[^\\p{L}]+")))
                .filter(word -> word.length() >= SHORTEST_OWN);
    }

    /** A page that was tampered with gets a secret that makes no code fit. */
    private byte[] read(String secret) {
        return Base32.read(secret.matches(SECRET) ? secret : freshSecret());
    }

    static String digits(String code) {
        return code.replaceAll("\\s", "");
    }

    private SetUp keep(ContactId who, String name, String password, byte[] secret, long step) {
        var codes = SpareCodes.fresh(ids);
        var salt = slow.salt();
        var locked = Locked.lock(slow.key(password, salt), secret, who.value());
        var now = clock.instant();
        var spare = SpareCodes.kept(who.value(), codes);
        try {
            store.insert(new DeskPassword(who.value(), name, slow.of(password), salt, locked, step, spare, now, now));
        } catch (DuplicateKeyException thisPersonOrThisName) {
            return new SetUp.Wrong(of(who).isPresent() ? Fault.ON_ALREADY : Fault.TAKEN);
        }
        audit.note(ids.next(), who, "set a password");
        notices.passwordOn(who);
        return new SetUp.Done(codes);
    }

    /** Those of before stop working; empty when there is no password any more. */
    public List<String> freshCodes(ContactId who) {
        var codes = SpareCodes.fresh(ids);
        var theirs = query(where("_id").is(who.value()));
        var spare = Update.update("spare", SpareCodes.kept(who.value(), codes));
        if (store.updateFirst(theirs, spare, DeskPassword.class).getMatchedCount() == 0) {
            return List.of();
        }
        audit.note(ids.next(), who, "made recovery codes");
        return codes;
    }

    /** The link is the only way then; doing it twice is doing it once. */
    public boolean end(ContactId who) {
        var theirs = query(where("_id").is(who.value()));
        boolean ended = store.remove(theirs, DeskPassword.class).getDeletedCount() > 0;
        if (ended) {
            audit.note(ids.next(), who, "turned a password off");
        }
        return ended;
    }
}
