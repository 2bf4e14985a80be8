package org.pokana.console;

import java.time.Instant;
import java.util.List;
import org.pokana.contact.Profile;
import org.pokana.forum.Arrivals;
import org.pokana.forum.Groups;
import org.pokana.forum.Municipalities;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.kernel.ContactId;

/** People who register over some weeks: the forum in Haskovo fills up and has a line, that in Dimitrovgrad has room. */
final class DeskSeason {

    static final String HASKOVO = "haskovo-2027-02";
    static final String DIMITROVGRAD = "dimitrovgrad-2027-03";

    private static final List<String> FIRST = List.of("Олена", "Иван", "Мария", "Петър", "Гюлсюм", "Станислава");
    private static final List<String> LAST = List.of("Коваль", "Ковачев", "Димитрова", "Йорданов", "Караасан");

    private DeskSeason() {}

    static void happens(DeskStage stage) {
        var registrations = stage.bean(Registrations.class);
        for (int i = 0; i < 56; i++) {
            stage.clock.travelTo("2027-01-%02dT0%d:00:00Z".formatted(5 + i * i / 140, 1 + i % 9));
            registrations.register(HASKOVO, new ContactId("person" + i), person(i));
            if (i % 3 == 0) {
                registrations.register(DIMITROVGRAD, new ContactId("person" + i), person(i));
            }
        }
        stage.clock.travelTo("2027-02-01T08:00:00Z");
    }

    static Profile person(int i) {
        return new Profile(
                Groups.KEYS.get(i % 7 % Groups.KEYS.size()),
                Municipalities.DISTRICT.get(i * 3 % 8),
                i % 2 == 0 ? "Община Хасково, дирекция „Социални дейности“" : "Сдружение „Мост“",
                FIRST.get(i % FIRST.size()) + " " + LAST.get(i % LAST.size()));
    }

    /** It is the morning of the forum, and some are here. */
    static void theMorningComes(DeskStage stage) {
        stage.clock.travelTo("2027-02-25T07:30:00Z");
        var arrivals = stage.bean(Arrivals.class);
        for (int i = 0; i < 12; i++) {
            arrivals.checkIn(HASKOVO, new ContactId("person" + i), new ContactId("maria"));
        }
    }

    /** As if they had registered, whatever their name; the seat itself is not taken. */
    static Registration somebody(String forum, String who, Profile profile) {
        var then = Instant.parse("2027-01-20T08:00:00Z");
        return new Registration(
                forum + ":" + who,
                forum,
                who,
                Registration.Status.CONFIRMED,
                1,
                1000,
                profile,
                0,
                false,
                false,
                then,
                then,
                null,
                null,
                null,
                null,
                null);
    }
}
