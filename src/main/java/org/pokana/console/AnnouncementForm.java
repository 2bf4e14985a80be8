package org.pokana.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.pokana.announcement.Audience;
import org.pokana.announcement.Written;
import org.pokana.forum.Groups;
import org.pokana.forum.Municipalities;
import org.pokana.kernel.Attachment.Item;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What is written in the form of an announcement, by the names of its fields. */
public record AnnouncementForm(MultiValueMap<String, String> fields) {

    static final List<String> LANGUAGES = List.of("bg", "en");

    /** Leaves at the day and hour that stand beside it. */
    public static final String AT = "at";

    private static final Pattern ID = Pattern.compile("[a-z0-9]{3,40}");
    private static final Pattern AUDIENCE = Pattern.compile("[a-z]{1,20}(:[A-Za-z0-9-]{1,60})?");
    private static final int MOST_CHIPS = 100;

    /** What the form begins with. */
    static AnnouncementForm of(Written written) {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.set("id", written.id());
        written.words().forEach((language, text) -> fields.set("text-" + language, text));
        written.media().forEach(item -> fields.add("file", item.file()));
        written.to().forEach(one -> fields.add("to", one.toString()));
        if (written.receipt()) {
            fields.set("receipt", "true");
        }
        return new AnnouncementForm(fields);
    }

    static AnnouncementForm empty(String id) {
        return of(new Written(id, Map.of(), List.of(), List.of(), List.of(), "", "", false, false, ""));
    }

    public String get(String field) {
        var value = fields.getFirst(field);
        return value == null ? "" : value;
    }

    public boolean has(String field) {
        return !get(field).isEmpty();
    }

    Optional<String> id() {
        return Optional.of(get("id")).filter(ID.asMatchPredicate());
    }

    List<String> files() {
        return fields.getOrDefault("file", List.of());
    }

    public List<Audience> to() {
        return audiences("to");
    }

    public List<Audience> except() {
        return audiences("except").stream()
                .filter(Predicate.not(Audience.EVERYBODY::equals))
                .toList();
    }

    private List<Audience> audiences(String field) {
        return fields.getOrDefault(field, List.of()).stream()
                .filter(AUDIENCE.asMatchPredicate())
                .flatMap(text -> Audience.parse(text).stream())
                .filter(AnnouncementForm::isNamed)
                .distinct()
                .limit(MOST_CHIPS)
                .toList();
    }

    /** Only what has a name can be shown; whether anybody is in it is seen by the count. */
    private static boolean isNamed(Audience one) {
        return switch (one.kind()) {
            case COMBINED -> false;
            case GROUP -> Groups.KEYS.contains(one.key());
            case MUNICIPALITY -> Municipalities.KEYS.contains(one.key());
            case LANGUAGE -> LANGUAGES.contains(one.key());
            default -> true;
        };
    }

    Written written(List<Item> media) {
        var words = new LinkedHashMap<String, String>();
        for (String language : LANGUAGES) {
            words.put(language, EntryForm.lines(get("text-" + language)));
        }
        var leaves = get("leaves");
        return new Written(
                get("id"),
                words,
                media,
                to(),
                except(),
                leaves.equals(AT) ? get("day") + "T" + get("hour") : leaves,
                has("until-day") ? get("until-day") + "T" + get("until-hour") : "",
                has("receipt"),
                has("standing"),
                Side.oneLine(get("urgent")));
    }
}
