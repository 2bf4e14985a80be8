package org.pokana.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which passwords are too easy to guess, or more than can be kept. */
final class PasswordRules {

    static final int SHORTEST = 12;

    private static final int FEWEST_SIGNS = 5;

    /** So many letters have to be left of it without what everybody thinks of first. */
    private static final int LEAST_OWN = 5;

    /** Those that lists of stolen passwords begin with, in the languages people here type; years and digits besides. */
    private static final Pattern COMMON = Pattern.compile(String.join(
            "|",
            "password|passwort|passw0rd|p@ssw0rd|p@ssword|parola|pass|парола|пароль|паролата",
            "qwertyuiop|qwerty|asdfghjkl|asdfgh|asdf|zxcvbnm|zxcvbn|zxcv|qazwsxedc|qazwsx|1q2w3e4r5t|1q2w3e4r|q1w2e3r4",
            "явертъуиопш|явертъ|йцукенгшщз|йцукен|фыва|абвгдежзийк|абвгд|abcdefghijklm|abcdefgh|abcdef|abcd|abc",
            "administrator|admin|админ|root|user|login|letmein|welcome|trustno|changeme|secret|default|test|guest",
            "iloveyou|sunshine|princess|football|baseball|dragon|monkey|master|superman|batman|computer|internet",
            "обичамте|обичам|levski|левски|cska|цска|bulgaria|българия|bulgariya|haskovo|хасково|sofia|софия",
            "forum|форум|organizer|организатор"));

    private PasswordRules() {}

    enum Weakness {
        SHORT,
        LONG,
        COMMON,
        OWN
    }

    /** @param own what belongs to the person, such as the name they sign in with */
    static Optional<Weakness> weakness(String password, List<String> own) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(Weakness.SHORT);
        }
        if (!SlowHash.takes(password)) {
            return Optional.of(Weakness.LONG);
        }
        var compared = password.toLowerCase(Locale.ROOT);
        if (own.stream().map(each -> each.toLowerCase(Locale.ROOT)).anyMatch(compared::contains)) {
            return Optional.of(Weakness.OWN);
        }
        return isCommon(compared) ? Optional.of(Weakness.COMMON) : Optional.empty();
    }

    private static boolean isCommon(String password) {
        var left = COMMON.matcher(password).replaceAll("").replaceAll("[^\\p{L}]", "");
        return password.chars().distinct().count() < FEWEST_SIGNS || left.length() < LEAST_OWN;
    }
}
