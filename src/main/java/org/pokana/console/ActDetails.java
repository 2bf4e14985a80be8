package org.pokana.console;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.pokana.kernel.ContactId;
import org.pokana.paper.Papers;

/** What is noted of an act besides its object: kinds of files, numbers, roles, names of fields; in words. */
final class ActDetails {

    private final PageWords words;
    private final TeamNames names;

    ActDetails(PageWords words, TeamNames names) {
        this.words = words;
        this.names = names;
    }

    /** What has no words of its own stays as it was noted. */
    String of(String what, String detail) {
        return switch (what) {
            case "downloaded a list" ->
                Papers.KINDS.contains(detail) ? words.say("papers." + detail) : said("console.about-file-", detail);
            case "changed the settings" -> listed(detail, "console.about-setting-");
            case "changed a role", "took a role away" -> role(detail);
            case "removed a material", "showed a material", "hid a material" -> material(detail);
            case "checked in", "took a check-in back", "released a seat", "showed photos", "hid photos" ->
                words.say("console.about-number", detail);
            case "invited from a place", "took an invitation back" -> place(detail);
            case "took a file of answers in" -> words.say("console.about-answers", (Object[]) detail.split(" \\+ "));
            default -> detail.matches("v\\d+") ? words.say("console.about-version", detail.substring(1)) : detail;
        };
    }

    private String said(String phrase, String key) {
        var full = phrase + key.replace(' ', '-');
        return words.knows(full) ? words.say(full) : key;
    }

    private String listed(String keys, String phrase) {
        return Arrays.stream(keys.split(", ")).map(key -> said(phrase, key)).collect(Collectors.joining(", "));
    }

    private String role(String detail) {
        var parts = detail.split(" ", 2);
        var role = said("console.role-", parts[0]);
        return parts.length == 1 ? role : role + ": " + names.of(new ContactId(parts[1]), words);
    }

    private String material(String detail) {
        var parts = detail.split(" ", 2);
        return said("console.about-material-", parts[0])
                + (parts.length == 1 ? "" : " " + words.say("console.about-number", parts[1]));
    }

    private String place(String detail) {
        var parts = detail.split(" ", 2);
        var municipality = said("forum.municipality.", parts[0]);
        return parts.length == 1 ? municipality : municipality + ", " + said("forum.group.", parts[1]);
    }
}
