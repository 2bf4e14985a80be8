package org.pokana.dialogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The forums of a world, in the form of the season's file. */
final class Season {

    private Season() {}

    /** A folder whose season is the packaged one and these forums besides. */
    static Path with(Path folder, List<String> forums) {
        try (var packaged = Season.class.getResourceAsStream("/messages/forums.yaml")) {
            Files.createDirectories(folder);
            var season = new String(packaged.readAllBytes(), StandardCharsets.UTF_8);
            var roomy = season.replaceAll("capacity: \\d+", "capacity: 5000"); // nobody is to be the last one in
            return Files.writeString(folder.resolve("forums.yaml"), roomy + String.join("", forums))
                    .getParent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A forum of one day with so many seats, in the form of the season's file. */
    static String forum(String town, String bulgarian, String english, String day, int seats, String reminder) {
        return """

                  - id: %1$s-%4$s
                    title: { bg: "Работна среща: %2$s", en: "Working meeting: %3$s" }
                    summary: { bg: "Един ден за общите въпроси.", en: "One day for common questions." }
                    city: { bg: "%2$s", en: "%3$s" }
                    municipality: %1$s
                    venue:
                      name: { bg: "Читалището", en: "Community centre" }
                    starts: "%4$sT10:00"
                    ends: "%4$sT15:00"
                    capacity: %5$d
                    target_groups: [ngo]
                    languages: [bg, en]
                    reminders: ["%6$s"]
                    agenda:
                      - { starts: "10:00", ends: "12:00", kind: talk, title: { bg: "Разговор", en: "Talk" } }
                """.formatted(town, bulgarian, english, day, seats, reminder);
    }
}
