package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import biweekly.property.Method;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CalendarFileTests {

    private static final Locale BULGARIAN = Locale.forLanguageTag("bg");

    private final ForumKit kit = new ForumKit(TestForums.haskovo(5));

    @AfterEach
    void closeStore() {
        kit.close();
    }

    @Test
    void saysWhatWhenAndWhere() {
        var event = event(kit.forum("haskovo"), BULGARIAN);

        assertThat(event.getUid().getValue()).isEqualTo("haskovo@pokana");
        assertThat(event.getSequence().getValue()).isEqualTo(1);
        assertThat(event.getOrganizer().getUri()).isEqualTo("invalid:nomail");
        assertThat(event.getSummary().getValue()).isEqualTo("Форум Хасково");
        assertThat(event.getDescription().getValue()).isEqualTo("Кой какво прави.");
        assertThat(event.getLocation().getValue()).isEqualTo("Заседателна зала, Хасково");
        assertThat(event.getGeo().getLatitude()).isEqualTo(41.9344);
        assertThat(start(event)).isEqualTo(Instant.parse("2027-02-25T07:00:00Z"));
        assertThat(end(event)).isEqualTo(Instant.parse("2027-02-25T14:30:00Z"));
    }

    @Test
    void speaksTheLanguageOfWhoeverGetsIt() {
        assertThat(event(kit.forum("haskovo"), Locale.ENGLISH).getSummary().getValue())
                .isEqualTo("Forum Haskovo");
    }

    @Test
    void keepsItsIdentityAndRaisesItsSequenceWhenTheForumMoves() {
        kit.forums.move("haskovo", LocalDateTime.parse("2027-02-26T10:00"));
        var event = event(kit.forum("haskovo"), BULGARIAN);

        assertThat(event.getUid().getValue()).isEqualTo("haskovo@pokana");
        assertThat(event.getSequence().getValue()).isEqualTo(2);
        assertThat(start(event)).isEqualTo(Instant.parse("2027-02-26T08:00:00Z"));
    }

    /** Clocks go forward on 28 March 2027: the same hour of the wall clock is another moment the day after. */
    @Test
    void isRightOnBothSidesOfAClockChange() {
        kit.forums.move("haskovo", LocalDateTime.parse("2027-03-27T09:00"));
        assertThat(start(event(kit.forum("haskovo"), BULGARIAN))).isEqualTo(Instant.parse("2027-03-27T07:00:00Z"));

        kit.forums.move("haskovo", LocalDateTime.parse("2027-03-29T09:00"));
        assertThat(start(event(kit.forum("haskovo"), BULGARIAN))).isEqualTo(Instant.parse("2027-03-29T06:00:00Z"));
    }

    @Test
    void cancelsTheEntryOfACancelledForum() {
        kit.forums.cancel("haskovo");
        var forum = kit.forum("haskovo");
        var calendar = Biweekly.parse(text(forum, BULGARIAN)).first();

        assertThat(calendar.getMethod().getValue()).isEqualTo(Method.CANCEL);
        assertThat(calendar.getEvents().get(0).getStatus().isCancelled()).isTrue();
        assertThat(calendar.getEvents().get(0).getSequence().getValue()).isEqualTo(2);
    }

    @Test
    void writesTimesInUtcAndLinesNoLongerThanTheStandardAllows() {
        var text = text(kit.forum("haskovo"), BULGARIAN);

        assertThat(text).contains("DTSTART:20270225T070000Z").contains("DTEND:20270225T143000Z");
        assertThat(text).contains("\r\nUID:haskovo@pokana\r\n");
        assertThat(text.split("\r\n"))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(75));
    }

    private static VEvent event(Forum forum, Locale language) {
        var calendar = Biweekly.parse(text(forum, language)).first();
        assertThat(calendar.validate(calendar.getVersion())).isEmpty();
        assertThat(calendar.getEvents()).hasSize(1);
        return calendar.getEvents().get(0);
    }

    private static String text(Forum forum, Locale language) {
        return new String(CalendarFile.of(forum, language), StandardCharsets.UTF_8);
    }

    private static Instant start(VEvent event) {
        Date date = event.getDateStart().getValue();
        return date.toInstant();
    }

    private static Instant end(VEvent event) {
        Date date = event.getDateEnd().getValue();
        return date.toInstant();
    }
}
