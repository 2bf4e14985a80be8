package org.pokana.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Telephone numbers as people write them. */
class PhoneNumberTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0888 123 456",
                "0888123456",
                "888123456",
                "+359888123456",
                "+359 (0) 888 123 456",
                "00359 888 123 456",
                "359888123456",
                "(0888) 123-456",
                "0888/123-456",
                "0888.123.456",
                "0888‑123‑456",
                " 0888 \t123\u00a0456 ",
                "тел. 0888 123 456",
                "Моят номер е 0888123456, благодаря"
            })
    void areUnderstoodInManySpellings(String typed) {
        assertThat(PhoneNumber.read(typed)).contains(new PhoneNumber("+359888123456"));
    }

    @ParameterizedTest
    @CsvSource({
        "0888 123 456, +359 888 123 456",
        "038 60 34 00, +359 38 603 400",
        "+49 151 23456789, +49 1512 3456789",
        "+90 (532) 123-45-67, +90 532 123 45 67",
        "0030 694 1234567, +30 694 123 4567",
        "+380 67 1234567, +380 67 123 4567"
    })
    void areShownAsTheyAreReadOut(String typed, String shown) {
        var number = PhoneNumber.read(typed).orElseThrow();
        assertThat(number.shown()).isEqualTo(shown);
        assertThat(number.link()).isEqualTo("tel:" + number.e164()).doesNotContain(" ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "не",
                "112",
                "12345",
                "0888 123",
                "0888 123 456 7",
                "7501011234",
                "+359 000 000 000",
                "+999 888 123 456",
                "0888123456 или 0899123456",
                "0888 ABC DEF",
                "25.02.2027 10:00",
                "<script>alert(1)</script>"
            })
    void areRefusedWhereThereIsNoneOrMoreThanOne(String typed) {
        assertThat(PhoneNumber.read(typed)).isEmpty();
    }

    @Test
    void areNotLookedForInALetter() {
        assertThat(PhoneNumber.read("0888 123 456")).isPresent();
        assertThat(PhoneNumber.read("дълго ".repeat(50) + "0888 123 456")).isEmpty();
    }

    @Test
    void areBareOnlyWithoutWords() {
        assertThat(PhoneNumber.bare("0888 123 456")).isPresent();
        assertThat(PhoneNumber.bare("тел. 0888 123 456")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Иван Петров 0888 123 456",
        "'Иван Петров, 0888123456'",
        "Иван Петров - +359 888 123 456",
        "0888 123 456 Иван Петров",
        "Иван Петров (тел.: 0888 123 456)",
        "'Иван Петров; телефон 0888/123 456'"
    })
    void standBesideAName(String line) {
        var guest = NamedNumber.read(line).orElseThrow();
        assertThat(guest.name().strip().replaceAll(" +", " ")).isEqualTo("Иван Петров");
        assertThat(guest.number()).isEqualTo(new PhoneNumber("+359888123456"));
    }

    @Test
    void aNameNeedsNoNumberButHalfANumberIsNoName() {
        assertThat(NamedNumber.read("Йоана-Мария Д. 2")).contains(new NamedNumber("Йоана-Мария Д. 2", null));
        assertThat(NamedNumber.read("Иван Петров 0888 123")).isEmpty();
    }
}
