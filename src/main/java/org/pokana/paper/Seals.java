package org.pokana.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pokana.forum.Forums;
import org.pokana.kernel.Ids;
import org.pokana.store.Secrets;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Tokens that nobody can make up: a forum, a number of it, and a seal that follows from a secret of the forum. Nothing has
 * to be kept about whoever carries one, and every instance knows the same.
 */
@Component
class Seals {

    /** Fifteen of the 32 bytes: 120 bits, which nobody guesses, and short enough to be typed from paper. */
    private static final int STRENGTH = 15;

    private static final Pattern TOKEN = Pattern.compile("([A-Za-z0-9-]{1,40})\\.(\\d{1,9})\\.([A-Za-z0-9_-]{20})");

    private final Secrets secrets;
    private final Forums forums;

    Seals(MongoOperations store, Forums forums, Ids ids) {
        this.secrets = new Secrets(store, ids, "paperKeys");
        this.forums = forums;
    }

    /** What a token says. */
    record Sealed(String forum, long number) {}

    /** @param kind of paper: a token for one is none for another */
    String token(String kind, String forum, long number) {
        return forum + "." + number + "." + seal(kind, forum, number);
    }

    /** Empty unless we made it. */
    Optional<Sealed> open(String kind, String token) {
        var parts = TOKEN.matcher(token.strip());
        if (!parts.matches() || forums.find(parts.group(1)).isEmpty()) {
            return Optional.empty();
        }
        var said = new Sealed(parts.group(1), Long.parseLong(parts.group(2)));
        var seal = seal(kind, said.forum(), said.number());
        boolean ours =
                MessageDigest.isEqual(seal.getBytes(UTF_8), parts.group(3).getBytes(UTF_8));
        return Optional.of(said).filter(any -> ours);
    }

    private String seal(String kind, String forum, long number) {
        var hash = secrets.sign(forum, kind + ":" + forum + ":" + number);
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, STRENGTH));
    }
}
