package org.pokana.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pokana.kernel.Ids;

/** Codes for the day on which the phone is lost: ten, each good for once, of which only hashes are kept. */
final class SpareCodes {

    static final int MANY = 10;

    /** So many bytes of chance that nobody finds a code from its hash. */
    private static final int BYTES = 10;

    private SpareCodes() {}

    /** Such as {@code abcd-efgh-ijkl-mnop}. */
    static List<String> fresh(Ids ids) {
        return Stream.generate(() -> Secret.digest(ids.next()))
                .map(chance -> Base32.write(Arrays.copyOf(chance, BYTES)).toLowerCase(Locale.ROOT))
                .map(code -> String.join("-", code.split("(?<=\\G.{4})")))
                .limit(MANY)
                .toList();
    }

    static List<String> kept(String who, List<String> codes) {
        return codes.stream().map(code -> kept(who, code)).toList();
    }

    /** However it was typed. */
    static String kept(String who, String code) {
        return Secret.hash(who + ":" + code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", ""));
    }
}
