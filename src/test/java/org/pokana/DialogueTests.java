package org.pokana;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.Walker.Screen;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.forum.Forums;
import org.pokana.forum.Registrations;
import org.pokana.forum.TestForums;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Content.Text;
import org.pokana.messaging.FakeChannel;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Goes wherever the buttons of the whole service lead, in both languages, and looks at every screen as a reader would. */
@Tag("dialogue")
class DialogueTests {

    private static final int LONGEST_TEXT = 600;
    private static final int LONGEST_LABEL = 25;
    private static final int MOST_CHOICES = 8;
    private static final int MOST_IN_A_ROW = 3;
    private static final int MOST_ALIKE = 6;
    private static final int DEEPEST = 9;
    private static final int MOST_SCREENS = 250;
    private static final List<String> ALWAYS =
            List.of("/start", "/help", "/settings", "/menu", "/language", "/privacy", "/stop", "/cancel");

    /** Asks for a word to be typed, so that nothing is deleted by a slip of the thumb. */
    private static final List<String> LAST_WORD = List.of("/forget", "forget.really=erase");

    private static final List<String> IN_LINE = List.of(
            "/register near",
            "register.consent=yes",
            "register.group=ngo",
            "register.municipality=haskovo",
            "say:Сдружение",
            "say:Мария Илиева",
            "register.confirm=yes");

    private static final List<List<String>> DOOR_FOR_EVERYBODY = List.of(
            List.of("/forum near"),
            List.of("/door"),
            List.of("/door near"),
            List.of("/start door-near"),
            List.of("/start seat-nobodys"),
            List.of("/delegate"),
            List.of("/delegate near"),
            List.of("/withdraw near"),
            IN_LINE,
            then(IN_LINE, "/door near"),
            then(IN_LINE, "/delegate near"),
            then(IN_LINE, "/forum near"),
            List.of("/checkin"));

    private static final List<List<String>> DOOR_FOR_ORGANIZERS = List.of(
            List.of("/menu"),
            List.of("/invite_helper"),
            List.of("/organizer"),
            List.of("/door"),
            List.of("/door_code"),
            List.of("/checkin"),
            List.of("/checkin", "say:ko"),
            List.of("/checkin", "say:ковачева 17"),
            List.of("/checkin", "say:x"),
            List.of("/checkin", "say:Атанасов"),
            List.of("/checkin 1"),
            List.of("/checkin 1 undo"),
            List.of("/checkin 999"),
            List.of("/admit near 1"),
            List.of("/admit near 1", "admit.sure=no"),
            List.of("/admit near 1", "admit.sure=yes"),
            List.of("/admit near 1", "/forum_numbers"),
            List.of("/guest"),
            List.of("/guest near"),
            List.of("/guest near", "say:Олена Ковачева 1"),
            List.of("/guest near", "say:Олена Ковачева 1", "say:Читалище"),
            List.of("/guest near", "say:Олена Ковачева 1", "say:Читалище", "guest.sure=no"),
            List.of("/guest near", "say:Баба Гинка", "say:Читалище", "guest.sure=yes"),
            List.of("/guests near"),
            List.of("/remove_guest near 99"),
            List.of("/guests", "say:Хасково"));

    @TempDir
    Path data;

    private final Set<String> breaches = new TreeSet<>();
    private final Map<List<String>, Screen> screens = new LinkedHashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"bg", "en"})
    void everyScreenKeepsTheRulesOfTheHouse(String language) {
        var channel = new FakeChannel(Walker.CHANNEL);
        try (var service = service(channel)) {
            var walker = new Walker(service, channel, language);
            explore(walker);
            screens.forEach(this::check);
            questions().forEach(path -> steer(walker, path));
        }

        assertThat(screens).hasSizeGreaterThan(60);
        assertThat(breaches).isEmpty();
    }

    /** At the door of a forum that is about to begin, with more people than seats. */
    @ParameterizedTest
    @ValueSource(strings = {"bg", "en"})
    void theDoorKeepsTheRulesOfTheHouse(String language) {
        var channel = new FakeChannel(Walker.CHANNEL);
        try (var service = service(channel)) {
            aForumBegins(service);
            var guest = new Walker(service, channel, language);
            DOOR_FOR_EVERYBODY.forEach(path -> screens.put(path, guest.walk(path)));
            var helper = new Walker(service, channel, language, Role.ORGANIZER);
            DOOR_FOR_ORGANIZERS.forEach(path -> screens.put(path, helper.walk(path)));
            screens.forEach(this::check);
            screens.forEach((path, screen) -> breach(isNotUnderstood(screen), "nothing to see", path));
            DOOR_FOR_ORGANIZERS.stream()
                    .filter(path -> screens.get(path).asks())
                    .forEach(path -> steer(helper, path));
        }

        assertThat(breaches).isEmpty();
    }

    private static void aForumBegins(ConfigurableApplicationContext service) {
        var start = LocalDateTime.ofInstant(service.getBean(Clock.class).instant(), TestForums.SOFIA)
                .plusHours(1);
        service.getBean(Forums.class).add(TestForums.forum("near", "Хасково", "Haskovo", start, 20));
        for (int i = 1; i <= 22; i++) {
            var profile = new Profile("ngo", "haskovo", "Сдружение на хората от Хасково", "Олена Ковачева " + i);
            service.getBean(Registrations.class).register("near", new ContactId("person" + i), profile);
        }
    }

    private static boolean isNotUnderstood(Screen screen) {
        return screen.buttons().stream().anyMatch(button -> button.pick().equals("/ask"));
    }

    /** One way to each question. */
    private List<List<String>> questions() {
        var ways = new LinkedHashMap<String, List<String>>();
        screens.forEach((path, screen) -> {
            if (screen.asks()) {
                ways.putIfAbsent(question(screen), path);
            }
        });
        return List.copyOf(ways.values());
    }

    /** Such as {@code register.group}. */
    private static String question(Screen screen) {
        return screen.buttons().stream()
                .map(Button::pick)
                .filter(pick -> !pick.startsWith("/"))
                .map(pick -> pick.split("=")[0])
                .findFirst()
                .orElse(screen.words());
    }

    private ConfigurableApplicationContext service(FakeChannel channel) {
        return new SpringApplicationBuilder(PokanaApplication.class)
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean("walk", FakeChannel.class, () -> channel))
                .run("--server.port=0", "--pokana.store.data=" + data);
    }

    /** Each button is pressed once, wherever it is met first; and its label typed, which must lead to the same. */
    private void explore(Walker walker) {
        var seen = new HashSet<String>(ALWAYS);
        Deque<List<String>> paths = new ArrayDeque<>();
        ALWAYS.forEach(command -> paths.add(List.of(command)));
        while (!paths.isEmpty() && screens.size() < MOST_SCREENS) {
            var path = paths.remove();
            var screen = walker.walk(path);
            screens.put(path, screen);
            for (Button button : screen.buttons()) {
                if (seen.add(button.pick()) && isWorthALook(button.pick(), seen)) {
                    var next = then(path, button.pick());
                    paths.add(button.pick().startsWith("/") ? List.of(button.pick()) : next);
                    typeIt(walker, path, button, walker.walk(next));
                }
            }
            if (screen.asks() && path.size() < DEEPEST && seen.add("typed at " + question(screen))) {
                paths.add(then(path, Walker.saying("Олена Ковал")));
            }
        }
    }

    /** The seventh question and answer is like the hundredth. */
    private static boolean isWorthALook(String pick, Set<String> seen) {
        var command = pick.split(" ")[0] + " ";
        return seen.stream().filter(known -> known.startsWith(command)).count() <= MOST_ALIKE;
    }

    private static List<String> then(List<String> path, String step) {
        return Stream.concat(path.stream(), Stream.of(step)).toList();
    }

    private void typeIt(Walker walker, List<String> path, Button button, Screen pressed) {
        var typed = walker.walk(then(path, Walker.saying(button.label())));
        if (!typed.words().equals(pressed.words())) {
            breaches.add("typing “" + button.label() + "” is not pressing it, at " + path);
        }
    }

    private void check(List<String> path, Screen screen) {
        breach(screen.messages().isEmpty(), "no answer", path);
        breach(screen.messages().size() > MOST_IN_A_ROW, "more than three messages", path);
        breach(screen.buttons().isEmpty() && !path.equals(LAST_WORD), "no next step", path);
        for (Text message : screen.messages()) {
            breach(message.text().length() > LONGEST_TEXT, "longer than a phone shows", path);
            breach(emoji(message.text()) > 1, "more than one emoji besides the signs of lines", path);
            breach(message.text().matches("(?s).*\\{\\d.*"), "a gap is not filled", path);
            breach(choices(message) > MOST_CHOICES, "more than eight choices", path);
            message.buttons().forEach(button -> check(path, button));
        }
    }

    private void check(List<String> path, Button button) {
        breach(button.label().length() > LONGEST_LABEL, "a long label: " + button.label(), path);
        breach(button.label().chars().noneMatch(Character::isLetterOrDigit), "no words: " + button.label(), path);
    }

    /** Whatever is being asked, these are heard, and lead somewhere. */
    private void steer(Walker walker, List<String> path) {
        for (String command : ALWAYS) {
            var answer = walker.walk(then(path, Walker.saying(command)));
            breach(answer.messages().isEmpty(), command + " is not heard", path);
            breach(!answer.messages().isEmpty() && answer.buttons().isEmpty(), command + " is a dead end", path);
        }
        var cancelled = walker.walk(then(path, Walker.saying("/cancel")));
        breach(cancelled.asks(), "/cancel does not end it", path);
    }

    /** Ways back are no choices; and the municipalities of the district are eleven, which everybody knows. */
    private static long choices(Text message) {
        return message.buttons().stream()
                .filter(button -> button.tone() != Tone.AWAY && !button.pick().contains(".municipality="))
                .count();
    }

    /** The signs that lines of a card begin with do not count. */
    private static long emoji(String text) {
        return text.replaceAll("(?m)^[\\x{2600}-\\x{27BF}\\x{1F300}-\\x{1FAFF}]", "")
                .codePoints()
                .filter(point -> point >= 0x1F300 || point >= 0x2600 && point <= 0x27BF)
                .count();
    }

    private void breach(boolean is, String what, List<String> path) {
        if (is) {
            breaches.add(what + ", at " + new ArrayList<>(path));
        }
    }
}
