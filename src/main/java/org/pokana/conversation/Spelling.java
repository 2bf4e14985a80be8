package org.pokana.conversation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes the many ways in which people type one Bulgarian word meet: Cyrillic, official Latin, and the habits of phones. */
public final class Spelling {

    /** Nobody asks in more; whatever comes after is not read. */
    static final int LONGEST = 4096;

    private static final Map<String, String> LATIN = table("""
            а a  б b  в v  г g  ґ g  д d  е e  э e  є e  ё yo  ж zh  з z  и i  ѝ i  і i  ї i  й y  ј y  к k  л l  м m
            н n  о o  п p  р r  с s  т t  у u  ф f  х h  ц ts  ч ch  ш sh  щ sht  ъ a  ы i  ь y  ю yu  я ya""");

    private static final Map<String, String> CYRILLIC = table("""
            a а  b б  c ц  ch ч  d д  e е  f ф  g г  h х  i и  ia я  iu ю  iya ия  k к  l л  m м  n н  o о  p п  r р
            s с  sh ш  sht щ  t т  ts ц  u у  v в  ya я  yo ьо  yu ю  z з  zh ж""");

    /** Letters of one alphabet that look like the other's and slip into a word from a wrong keyboard layout. */
    private static final String LOOKS_LATIN = "aceopxykmtbh";

    private static final String IS_CYRILLIC = "асеорхукмтвн";

    /** From a habit to the official transliteration; the order matters. */
    private static final List<Habit> TO_OFFICIAL = List.of(
            habit("(?<![0-9])4(?![0-9])", "ch"),
            habit("(?<![0-9])6(?![0-9])", "sh"),
            habit("q", "ya"),
            habit("w", "v"),
            habit("kh|x", "h"),
            habit("ck", "k"),
            habit("tz", "ts"),
            habit("shch", "sht"),
            // j is ж, except where Bulgarian has no ж: lj, nj … before a back vowel, -cija, moj.
            habit("(?<=[bgklmnpstv])j(?=[aou])|(?<=[csn]i)j(?=a)|(?<=[eo])j$|^j(?=u(?!rn))", "y"),
            habit("j", "zh"));

    /** From the official transliteration to one letter for everything that is mixed up; the order matters. */
    private static final List<Habit> TO_SKELETON = List.of(
            habit("zh", "ž"),
            habit("sh", "š"),
            habit("ch", "č"),
            habit("ts", "c"),
            habit("(?<=[aeiou])y|y(?=[aeiou])", "i"),
            habit("(\\p{L})\\1+", "$1"),
            habit("iu", "u"),
            habit("[yu]", "a"),
            habit("aa+", "a"));

    private Spelling() {}

    /** One skeleton for all spellings of the same words, for comparing only; it is not meant to be read. */
    public static String fold(String text) {
        return Arrays.stream(plain(text).split(" ")).map(Spelling::skeleton).collect(Collectors.joining(" "));
    }

    /** Bulgarian typed with Latin letters as it would stand in Cyrillic; Cyrillic words stay as they are. */
    public static String cyrillic(String text) {
        return Arrays.stream(plain(text).split(" "))
                .map(word -> isLatin(word) ? inCyrillic(apply(TO_OFFICIAL, word)) : repaired(word))
                .collect(Collectors.joining(" "));
    }

    /** Lower-case words with single spaces between them: no punctuation, no emoji, nothing invisible. */
    public static String plain(String text) {
        var words = new StringBuilder();
        var normal = Normalizer.normalize(shortened(text), Normalizer.Form.NFKC);
        normal.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                words.appendCodePoint(c);
            } else if (!joins(c) && !words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        });
        return shortened(words.toString()).strip();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** Accents, invisible characters and apostrophes stand inside a word. */
    private static boolean joins(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.NON_SPACING_MARK || c == '\'' || c == '’';
    }

    private static String skeleton(String word) {
        var latin = isLatin(word) ? apply(TO_OFFICIAL, word) : inLatin(repaired(word));
        return apply(TO_SKELETON, latin);
    }

    private static boolean isLatin(String word) {
        return word.chars().anyMatch(c -> c >= 'a' && c <= 'z')
                && word.codePoints().noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
    }

    private static String repaired(String word) {
        var repaired = new StringBuilder(word);
        for (int i = 0; i < word.length(); i++) {
            int looksLike = LOOKS_LATIN.indexOf(word.charAt(i));
            if (looksLike >= 0) {
                repaired.setCharAt(i, IS_CYRILLIC.charAt(looksLike));
            }
        }
        return repaired.toString();
    }

    private static String inLatin(String word) {
        return word.chars()
                .mapToObj(Character::toString)
                .map(letter -> LATIN.getOrDefault(letter, letter))
                .collect(Collectors.joining());
    }

    private static String inCyrillic(String word) {
        var cyrillic = new StringBuilder();
        int at = 0;
        while (at < word.length()) {
            int length = longestMatch(word, at);
            var letters = word.substring(at, at + length);
            if (letters.equals("y")) {
                cyrillic.append(at > 0 && "aeiou".indexOf(word.charAt(at - 1)) >= 0 ? "й" : "ъ");
            } else if (letters.equals("ia") && at + 2 == word.length()) {
                cyrillic.append("ия"); // registracia, Bulgaria
            } else {
                cyrillic.append(CYRILLIC.getOrDefault(letters, letters));
            }
            at += length;
        }
        return cyrillic.toString();
    }

    private static int longestMatch(String word, int at) {
        for (int length = Math.min(3, word.length() - at); length > 1; length--) {
            if (CYRILLIC.containsKey(word.substring(at, at + length))) {
                return length;
            }
        }
        return 1;
    }

    private static String apply(List<Habit> habits, String word) {
        var written = word;
        for (var habit : habits) {
            written = habit.pattern.matcher(written).replaceAll(habit.means);
        }
        return written;
    }

    private static Map<String, String> table(String pairs) {
        var words = pairs.strip().split("\\s+");
        return IntStream.range(0, words.length / 2)
                .boxed()
                .collect(Collectors.toUnmodifiableMap(i -> words[2 * i], i -> words[2 * i + 1]));
    }

    private static Habit habit(String pattern, String means) {
        return new Habit(Pattern.compile(pattern), means);
    }

    private record Habit(Pattern pattern, String means) {}
}
