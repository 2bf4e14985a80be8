package org.pokana.forum;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Question;
import org.pokana.forum.NewPlace.Place;
import org.pokana.kernel.Choice;

/**
 * Asks where a forum is to be: in words, with a pin, or both. A pin is what a chat or a map makes of one: two numbers, or
 * a link that has them in it.
 */
record NewPlace(Forum forum) implements Question<Place> {

    private static final int LONGEST = 120;

    /** Degrees north and east, as maps and phones write them. */
    private static final Pattern POINT = Pattern.compile(
            "(?<![\\d.])(-?\\d{1,2}\\.\\d{3,})(?:\\s*[,;/]\\s*|\\s+|&mlon=|%2C)(-?\\d{1,3}\\.\\d{3,})(?![\\d.])");

    private static final Pattern LINK = Pattern.compile("[,;\\s]*(?:https?://|geo:)\\S+");

    /** Without words it is only a pin, and without a point nobody knows where it is on the map. */
    record Place(
            @Nullable String name,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    @Override
    public String name() {
        return "where";
    }

    @Override
    public List<Object> arguments() {
        return List.of(forum.title(), forum.venue().name(), forum.city());
    }

    @Override
    public List<Choice> choices() {
        return List.of();
    }

    @Override
    public boolean free() {
        return true;
    }

    @Override
    public Optional<Place> understand(Answer answer) {
        var found = point(answer.text());
        var words = LINK.matcher(answer.text()).replaceAll(" ");
        var name = OneLine.of(found.map(point -> without(words, point)).orElse(words), LONGEST);
        return found.map(point -> new Place(name.orElse(null), degrees(point, 1), degrees(point, 2)))
                .or(() -> name.map(said -> new Place(said, null, null)));
    }

    private static Optional<MatchResult> point(String text) {
        return POINT.matcher(text).results().filter(NewPlace::isOnEarth).findFirst();
    }

    /** The point alone. */
    static Optional<Place> pin(String text) {
        return point(text).map(point -> new Place(null, degrees(point, 1), degrees(point, 2)));
    }

    private static String without(String words, MatchResult point) {
        return words.replaceAll("[,;\\s]*" + Pattern.quote(point.group()), " ");
    }

    private static boolean isOnEarth(MatchResult point) {
        return Math.abs(degrees(point, 1)) <= 90 && Math.abs(degrees(point, 2)) <= 180;
    }

    private static double degrees(MatchResult point, int group) {
        return Double.parseDouble(point.group(group));
    }
}
