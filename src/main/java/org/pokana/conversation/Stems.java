package org.pokana.conversation;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.bg.BulgarianStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Words without their endings, so that <i>форума</i> and <i>форумът</i>, <i>registering</i> and <i>registered</i> meet. */
public final class Stems {

    private static final Pattern ARTICLE = Pattern.compile("(?<=.{3})(?:ът|ят|та|то|те)$");
    private static final Pattern VOWELS = Pattern.compile("(?<=.{3})[аеиоуъюяй]+$");

    private Stems() {}

    /** In whichever letters it was typed; in one spelling, for comparing only. */
    public static String bulgarian(String word) {
        var cyrillic = Spelling.cyrillic(word);
        var letters =
                Arrays.copyOf(cyrillic.toCharArray(), cyrillic.length() + 8); // the stemmer may write past the end
        return Spelling.fold(new String(letters, 0, new BulgarianStemmer().stem(letters, cyrillic.length())));
    }

    /**
     * Likewise, but rather too short than too long: the other leaves <i>стипендия</i> and <i>стипендии</i>,
     * <i>училище</i> and <i>училища</i> apart.
     */
    public static String shortest(String word) {
        var bare = ARTICLE.matcher(Spelling.cyrillic(word)).replaceFirst("");
        return Spelling.fold(VOWELS.matcher(bare).replaceFirst(""));
    }

    public static String english(String word) {
        var stemmer = new EnglishStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
