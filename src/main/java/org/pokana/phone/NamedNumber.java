package org.pokana.phone;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A name and, if one stands beside it, a telephone number: {@code Иван Петров, 0888 123 456}. */
public record NamedNumber(String name, @Nullable PhoneNumber number) {

    /** What people write between a name and a number. */
    private static final Pattern BESIDE = Pattern.compile(
            "\\b(тел|телефон|tel|phone)\\b\\.?|[,;:()]| [-–] ",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    /** So many digits are no part of a name. */
    private static final int MANY_DIGITS = 5;

    /** Empty if the digits in it are no number. */
    public static Optional<NamedNumber> read(String line) {
        var found = PhoneNumber.in(line).orElse(null);
        if (found == null) {
            long digits = line.codePoints().filter(Character::isDigit).count();
            return digits < MANY_DIGITS ? Optional.of(new NamedNumber(line, null)) : Optional.empty();
        }
        var name = line.substring(0, found.start()) + " " + line.substring(found.end());
        return PhoneNumber.read(found.rawString())
                .map(number -> new NamedNumber(BESIDE.matcher(name).replaceAll(" "), number));
    }

    /** As it is read back to whoever wrote it. */
    public String said() {
        return number == null ? name : name + ", " + number.shown();
    }
}
