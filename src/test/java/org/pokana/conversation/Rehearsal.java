package org.pokana.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact;
import org.pokana.contact.Contact.Reach;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.kernel.Address;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Line;
import org.pokana.messaging.Brought;
import org.pokana.messaging.Content;
import org.pokana.messaging.Words;

/**
 * Plays flows on an empty stage: no Spring, no database, no network. Between any two messages the open talk goes
 * through JSON, so every rehearsal also proves that it survives a restart; every line is put into every language.
 *
 * <p>{@code olena.opens("/register haskovo")}, {@code olena.picks("yes")}, {@code olena.says("Олена")};
 * {@code bot.says("register.nice")}, {@code bot.asks("register.name", "yes", "no")}, {@code bot.ends("register.done")}.
 */
public final class Rehearsal {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    public static final Words WORDS = Words.read(Optional.empty());

    public final Bot bot = new Bot();
    public final Person person = new Person();

    private final Map<String, Flow> flows = new HashMap<>();
    private Supplier<Contact> contact = () -> contact("olena", Profile.UNKNOWN);
    private @Nullable OpenTalk talk;
    private final Deque<Line> unheard = new ArrayDeque<>();
    private List<Line> lastSaid = List.of();
    private @Nullable String signature;
    private int taps;
    private int typed;

    public Rehearsal(Flow... flows) {
        deploy(flows);
    }

    /** Puts flows, or new versions of flows, on stage, also in the middle of a talk. */
    public void deploy(Flow... newer) {
        for (Flow flow : newer) {
            flows.put(flow.name(), flow);
        }
    }

    /** Who the person is; asked at each message, so what flows did to them shows. */
    public void playedBy(Supplier<Contact> who) {
        contact = who;
    }

    /** What the person's channel says they are called. */
    public void signs(String name) {
        signature = name;
    }

    public static Contact contact(String name, Profile profile, Role... roles) {
        return new Contact(
                name,
                List.of(new Reach("webchat:" + name, true, Instant.EPOCH)),
                Locale.forLanguageTag("bg"),
                profile,
                List.of(),
                false,
                false,
                Set.of(roles),
                Instant.EPOCH);
    }

    private Talk.Person onStage() {
        var who = contact.get();
        return new Talk.Person(who, Address.parse(who.reaches().get(0).at()), signature);
    }

    private Flow flow(String name) {
        var flow = flows.get(name);
        assertThat(flow).as("flow " + name + " is on stage").isNotNull();
        return flow;
    }

    private void open(String command) {
        String[] parts = command.substring(1).split(" ", 2);
        play(Talk.open(flow(parts[0]), onStage(), parts.length > 1 ? parts[1] : ""));
    }

    private void answer(Answer answer) {
        assertThat(talk).as("somebody is waiting for an answer").isNotNull();
        play(Talk.hear(flow(talk.flow()), onStage(), talk, answer));
    }

    private void play(Turn turn) {
        assertThat(unheard).as("lines nobody checked").isEmpty();
        lastSaid = turn.says();
        turn.says().forEach(Rehearsal::inEveryLanguage);
        unheard.addAll(turn.says());
        talk = turn.next().map(Rehearsal::throughJson).orElse(null);
        if (turn.then() != null) {
            var said = new ArrayList<>(unheard);
            unheard.clear();
            open(turn.then());
            said.addAll(unheard);
            unheard.clear();
            unheard.addAll(said);
            lastSaid = said;
        }
    }

    private static OpenTalk throughJson(OpenTalk talk) {
        try {
            return JSON.readValue(JSON.writeValueAsString(talk), OpenTalk.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError("the talk does not survive a restart", e);
        }
    }

    /** Fails on a phrase some language has no words for, and on a gap left empty. */
    public static void inEveryLanguage(Line line) {
        for (String language : WORDS.languages()) {
            var content = WORDS.content(line, Locale.forLanguageTag(language));
            if (content instanceof Content.Text || content instanceof Content.Media) {
                assertThat(Content.words(content).text())
                        .as(line.phrase().key() + " in " + language)
                        .isNotBlank()
                        .doesNotContainPattern("\\{\\d");
            }
        }
    }

    /** How often the person pressed something since the start. */
    public int taps() {
        return taps;
    }

    /** How many lines the person had to type since the start. */
    public int typed() {
        return typed;
    }

    /** What the person does. */
    public final class Person {

        /** Gives a command, or presses a button that is one. */
        public void opens(String command) {
            taps++;
            open(command);
        }

        public void says(String text) {
            typed++;
            answer(Answer.saying(text));
        }

        /** Sends a file to a question that takes some, with words under it or with none. */
        public void brings(String text, Brought brought) {
            assertThat(talk).as("somebody is waiting for an answer").isNotNull();
            assertThat(talk.takesFiles()).as(talk.question() + " takes files").isTrue();
            answer(Answer.bringing(text, brought));
        }

        /** Presses a button under the last lines, by the pick the flow gave it; it must have been offered. */
        public void picks(String pick) {
            taps++;
            var offered = lastSaid.stream()
                    .flatMap(line -> line.choices().stream())
                    .map(Choice::pick)
                    .toList();
            var marked = offered.stream()
                    .filter(each -> each.equals(pick) || each.endsWith("=" + pick))
                    .findFirst();
            assertThat(marked).as("'" + pick + "' is among " + offered).isPresent();
            if (marked.get().startsWith("/")) {
                talk = null;
                open(marked.get());
                return;
            }
            answer(Answer.picking(pick));
        }

        /** Goes back one question, as the button on every step does. */
        public void goesBack() {
            assertThat(talk).as("a talk is open").isNotNull();
            var before = talk.back();
            play(Talk.again(flow(before.flow()), onStage(), before));
        }
    }

    /** What the bot is expected to say, line by line; a line nobody checks fails the next step. */
    public final class Bot {

        /** @param phrase the whole key; arguments must all be among those it was given */
        public Bot says(String phrase, Object... arguments) {
            var line = unheard.poll();
            assertThat(line).as("bot says " + phrase).isNotNull();
            assertThat(line.phrase().key()).isEqualTo(phrase);
            assertThat(line.phrase().arguments()).containsAll(List.of(arguments));
            return this;
        }

        /** Says the question, offers at least these picks, and waits. */
        public Bot asks(String question, String... picks) {
            var choices = unheard.isEmpty() ? List.<Choice>of() : unheard.peek().choices();
            says(question);
            for (String pick : picks) {
                assertThat(choices)
                        .as("choices of " + question)
                        .anyMatch(choice ->
                                choice.pick().equals(pick) || choice.pick().endsWith("=" + pick));
            }
            assertThat(talk).as("still talking").isNotNull();
            return this;
        }

        /** Says its last line and is done. */
        public void ends(String phrase, Object... arguments) {
            says(phrase, arguments);
            isDone();
        }

        public void isDone() {
            assertThat(unheard).as("lines nobody checked").isEmpty();
            assertThat(talk).as("talk is over").isNull();
        }

        /** The next line as it will be read in Bulgarian, without taking it. */
        public String wording() {
            var line = unheard.peek();
            assertThat(line).as("bot says something").isNotNull();
            return WORDS.say(line.phrase(), Locale.forLanguageTag("bg"));
        }

        /** Takes the next line whatever it is. */
        public Line line() {
            var line = unheard.poll();
            assertThat(line).as("bot says something").isNotNull();
            return line;
        }
    }
}
