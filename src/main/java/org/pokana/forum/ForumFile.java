package org.pokana.forum;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pokana.forum.Forum.Desk;
import org.pokana.forum.Forum.Status;
import org.pokana.forum.Forum.Told;
import org.pokana.kernel.Localized;
import org.pokana.messaging.ContentFile;
import org.pokana.messaging.ContentNode;

/** Reads a season of forums; one mistake refuses the whole file, with its line. */
final class ForumFile {

    private static final Set<String> LANGUAGES = Set.of("bg", "en");
    private static final Set<String> FIELDS = Set.of(
            "id",
            "title",
            "summary",
            "city",
            "municipality",
            "venue",
            "starts",
            "ends",
            "capacity",
            "target_groups",
            "languages",
            "agenda",
            "reminders");

    /** Rides in buttons behind a command, where 62 bytes must hold everything. */
    private static final int LONGEST_ID = 40;

    private static final int MOST_SEATS = 5_000;

    private final Instant now;

    ForumFile(Instant now) {
        this.now = now;
    }

    List<Forum> read(ContentFile file) {
        var season = file.tree();
        var fields = season.fields(Set.of("season", "timezone", "forums"));
        var zone = season.required(fields, "timezone").as("a time zone like Europe/Sofia", ZoneId::of);
        var forums = new ArrayList<Forum>();
        var ids = new HashSet<String>();
        for (var node : season.required(fields, "forums").items()) {
            var forum = forum(node, zone);
            if (!ids.add(forum.id())) {
                throw node.wrong("the id “" + forum.id() + "” is taken by an earlier forum");
            }
            forums.add(forum);
        }
        return forums;
    }

    private Forum forum(ContentNode node, ZoneId zone) {
        var fields = node.fields(FIELDS);
        var starts = moment(node.required(fields, "starts"), zone);
        var ends = moment(node.required(fields, "ends"), zone);
        if (!starts.isBefore(ends)) {
            throw node.required(fields, "ends").wrong("a forum must end after it starts");
        }
        var venue = venue(node.required(fields, "venue"));
        var agenda = new AgendaFile(starts, ends).read(node.required(fields, "agenda"));
        var startsAt = starts.atZone(zone).toInstant();
        var endsAt = ends.atZone(zone).toInstant();
        return new Forum(
                id(node.required(fields, "id")),
                localized(node.required(fields, "title"), 120),
                localized(node.required(fields, "summary"), 250),
                localized(node.required(fields, "city"), 18),
                one(node.required(fields, "municipality"), Municipalities.DISTRICT),
                venue,
                startsAt,
                endsAt,
                zone,
                node.required(fields, "capacity").number(1, MOST_SEATS),
                List.of(),
                Desk.NEW,
                1,
                now,
                new Told(1, startsAt, endsAt, venue, agenda),
                Status.OPEN,
                some(node.required(fields, "target_groups"), Groups.KEYS),
                some(node.required(fields, "languages"), List.copyOf(LANGUAGES)),
                agenda,
                reminders(fields.get("reminders")),
                null);
    }

    private static String id(ContentNode node) {
        var id = node.text(LONGEST_ID);
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw node.wrong("the id “" + id + "” is not made of small letters, digits and single hyphens");
        }
        return id;
    }

    private static LocalDateTime moment(ContentNode node, ZoneId zone) {
        var moment = node.as("a local date and time like 2027-02-25T09:00", LocalDateTime::parse);
        if (zone.getRules().getValidOffsets(moment).isEmpty()) {
            throw node.wrong("the clock jumps over “" + moment + "” on that day");
        }
        return moment;
    }

    private static Venue venue(ContentNode node) {
        var fields = node.fields(Set.of("name", "address", "latitude", "longitude"));
        if (fields.containsKey("latitude") != fields.containsKey("longitude")) {
            throw node.wrong("a place on the map needs both latitude and longitude");
        }
        var address = fields.get("address");
        return new Venue(
                localized(node.required(fields, "name"), 120),
                address == null ? null : localized(address, 120),
                degrees(fields, "latitude", 90),
                degrees(fields, "longitude", 180));
    }

    private static @Nullable Double degrees(Map<String, ContentNode> fields, String name, double most) {
        var node = fields.get(name);
        return node == null ? null : node.decimal(-most, most);
    }

    static Localized localized(ContentNode node, int longest) {
        var fields = node.fields(LANGUAGES);
        return Localized.of(
                node.required(fields, "bg").text(longest),
                node.required(fields, "en").text(longest));
    }

    static String one(ContentNode node, List<String> known) {
        var key = node.text(60);
        if (!known.contains(key)) {
            throw node.wrong("“" + key + "” is none of " + String.join(", ", known));
        }
        return key;
    }

    private static List<String> some(ContentNode node, List<String> known) {
        node.items().forEach(item -> one(item, known));
        return node.texts(1, known.size(), 60);
    }

    private static List<String> reminders(@Nullable ContentNode node) {
        if (node == null) {
            return List.of();
        }
        for (var rule : node.items()) {
            if (!rule.text(20).matches("\\d{1,3}d@([01]\\d|2[0-3]):[0-5]\\d|[1-9]\\d{0,3}[hm]")) {
                throw rule.wrong("“" + rule.text(20) + "” is not a reminder like 7d@10:00, 2h or 45m");
            }
        }
        return node.texts(0, 10, 20);
    }
}
