package org.pokana.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * A telephone number that exists, as far as its country's plan of numbers says; without a country's code it is Bulgarian.
 *
 * @param e164 such as {@code +359888123456}
 */
public record PhoneNumber(String e164) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String HOME = "BG";
    private static final int LONGEST = 120;

    /** Written in threes, as people here say their mobile numbers. */
    private static final Pattern MOBILE_HERE = Pattern.compile("\\+359(\\d{3})(\\d{3})(\\d{3})");

    /** A number and nothing else but what people write around its digits. */
    public static Optional<PhoneNumber> bare(String typed) {
        boolean isShort = typed.length() <= LONGEST;
        return isShort && typed.codePoints().noneMatch(Character::isLetter) ? parsed(typed) : Optional.empty();
    }

    /** The only number in some words, such as {@code тел. 0888 123 456}; of two nobody knows which is meant. */
    public static Optional<PhoneNumber> read(String typed) {
        return bare(typed).or(() -> in(typed).map(PhoneNumberMatch::number).flatMap(PhoneNumber::valid));
    }

    /** Where in some words their only number stands. */
    static Optional<PhoneNumberMatch> in(String words) {
        if (words.length() > LONGEST) {
            return Optional.empty();
        }
        var found = StreamSupport.stream(NUMBERS.findNumbers(words, HOME).spliterator(), false)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static Optional<PhoneNumber> parsed(String typed) {
        try {
            return valid(NUMBERS.parse(typed.replaceAll("\\s", " "), HOME));
        } catch (NumberParseException none) {
            return Optional.empty();
        }
    }

    private static Optional<PhoneNumber> valid(Phonenumber.PhoneNumber number) {
        return NUMBERS.isValidNumber(number)
                ? Optional.of(new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164)))
                : Optional.empty();
    }

    /** To be read out: {@code +359 888 123 456}. */
    public String shown() {
        var here = MOBILE_HERE.matcher(e164);
        if (here.matches()) {
            return "+359 " + here.group(1) + " " + here.group(2) + " " + here.group(3);
        }
        try {
            return NUMBERS.format(NUMBERS.parse(e164, HOME), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException kept) {
            return e164;
        }
    }

    /** What a telephone dials when it is pressed on a page. */
    public String link() {
        return "tel:" + e164;
    }
}
