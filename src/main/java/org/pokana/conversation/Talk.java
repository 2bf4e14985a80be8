package org.pokana.conversation;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact;
import org.pokana.conversation.OpenTalk.Given;
import org.pokana.kernel.Address;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Line;

/**
 * One reading of a flow over the answers known so far. An answer stands only as long as every answer before it does:
 * change or lose one, and what came after is asked again.
 */
public final class Talk {

    private final Flow flow;
    private final Contact contact;
    private final Address address;
    private final @Nullable String signature;
    private final String opening;
    private final List<Given> untaken;
    private final @Nullable String justAnswered;
    private final List<Given> standing = new ArrayList<>();
    private final List<Line> says = new ArrayList<>();

    private Talk(Flow flow, Person person, String opening, List<Given> answers, @Nullable String justAnswered) {
        this.flow = flow;
        this.contact = person.contact();
        this.address = person.address();
        this.signature = person.signature();
        this.opening = opening;
        this.untaken = new ArrayList<>(answers);
        this.justAnswered = justAnswered;
    }

    /**
     * Who is talking, and where.
     *
     * @param signature what they are called there, if that is known
     */
    public record Person(
            Contact contact, Address address, @Nullable String signature) {}

    static Turn open(Flow flow, Person person, String opening) {
        return new Talk(flow, person, opening, List.of(), null).turn();
    }

    static Turn hear(Flow flow, Person person, OpenTalk talk, Answer answer) {
        var answers = new ArrayList<>(talk.answers());
        answers.add(new Given(talk.waitingFor(), answer));
        return new Talk(flow, person, talk.opening(), answers, talk.waitingFor()).turn();
    }

    /** Asks the open question once more. */
    static Turn again(Flow flow, Person person, OpenTalk talk) {
        var last = talk.answers().isEmpty()
                ? null
                : talk.answers().get(talk.answers().size() - 1);
        return new Talk(flow, person, talk.opening(), talk.answers(), last == null ? null : last.question()).turn();
    }

    public ContactId with() {
        return contact.id();
    }

    /** The person as known when this message came in. */
    public Contact contact() {
        return contact;
    }

    /** Where this talk takes place. */
    public Address address() {
        return address;
    }

    /** What the person is called on the channel; to be offered, never to be taken without being asked for. */
    public Optional<String> signature() {
        return Optional.ofNullable(signature);
    }

    public Locale language() {
        return contact.language();
    }

    /** What followed the command that opened this talk, such as a forum's id; empty if nothing did. */
    public String opening() {
        return opening;
    }

    /**
     * The answer, if it is known and still makes sense; otherwise the talk pauses here to ask. Asked again under the same
     * name, as in a loop, it is the next answer.
     */
    public <T> T ask(Question<T> question) {
        var given = untaken.stream()
                .filter(each -> each.question().equals(question.name()))
                .findFirst();
        T understood = given.map(Given::answer)
                .flatMap(question::understand)
                .orElseThrow(() -> new Pause(question, given.isPresent()));

        given.ifPresent(taken -> {
            untaken.remove(taken);
            standing.add(taken);
        });
        if (question.name().equals(justAnswered)) {
            says.clear(); // said before the last question, so said already
        }
        return understood;
    }

    /** A line of this flow's own: {@code line("done", title)} says the phrase {@code <flow>.done}. */
    public Line line(String phrase, Object... arguments) {
        return Line.of(phrase(flow.name() + "." + phrase, arguments));
    }

    public void say(String phrase, Object... arguments) {
        says.add(line(phrase, arguments));
    }

    public void say(Line line) {
        says.add(line);
    }

    public Ending end() {
        return Ending.REACHED;
    }

    public Ending end(String phrase, Object... arguments) {
        say(phrase, arguments);
        return Ending.REACHED;
    }

    public Ending end(Line... lines) {
        says.addAll(List.of(lines));
        return Ending.REACHED;
    }

    /** Ends with something to choose from, so that a form in which this was asked waits until that is done. */
    public Ending endChoosing(Line line) {
        says.add(line);
        return Ending.CHOOSING;
    }

    /** Ends here and goes on with another flow, as if the person had given its command. */
    public Ending goOnWith(String otherFlow, String... opening) {
        return Ending.then(opening.length == 0 ? "/" + otherFlow : "/" + otherFlow + " " + String.join(" ", opening));
    }

    private Turn turn() {
        try {
            var ending = flow.hold(this);
            return new Turn(List.copyOf(says), Optional.empty(), true, ending.then, ending.choosing);
        } catch (Pause pause) {
            return waitFor(pause.question, pause.misunderstood);
        }
    }

    private Turn waitFor(Question<?> question, boolean misunderstood) {
        if (misunderstood) {
            says.clear();
            says.add(line(
                    wording(question) + ".misunderstood", question.arguments().toArray()));
        }
        if (!misunderstood || !question.isAskedBriefly()) {
            says.add(line(wording(question), question.arguments().toArray()));
        }
        says.add(says.remove(says.size() - 1).with(choices(question)));
        var here = new OpenTalk(
                flow.name(),
                opening,
                List.copyOf(standing),
                question.name(),
                question.free(),
                question.takesFiles() ? true : null,
                Instant.EPOCH);
        return new Turn(List.copyOf(says), Optional.of(here), !misunderstood, null, false);
    }

    /** {@code more#2} is asked in the words of {@code more}. */
    private static String wording(Question<?> question) {
        return question.name().split("#", 2)[0];
    }

    private List<Choice> choices(Question<?> question) {
        var choices = new ArrayList<Choice>();
        for (Choice choice : question.choices()) {
            choices.add(choice.pick().startsWith("/") ? choice : marked(question, choice));
        }
        if (!standing.isEmpty()) {
            choices.add(Choice.to("back").as(Tone.AWAY));
        }
        choices.add(Choice.to("cancel").as(Tone.AWAY));
        choices.add(Choice.to("menu").as(Tone.AWAY));
        return choices;
    }

    /** Says which question it answers, so that an old button never answers a new question. */
    private Choice marked(Question<?> question, Choice choice) {
        return new Choice(flow.name() + "." + question.name() + "=" + choice.pick(), choice.label(), choice.tone());
    }

    /** Unwinds a flow at its first unanswered question; an Error, so that no flow catches it by chance. */
    private static final class Pause extends Error {

        private static final long serialVersionUID = 1L;

        private final transient Question<?> question;
        private final boolean misunderstood;

        Pause(Question<?> question, boolean misunderstood) {
            super("waiting for " + question.name(), null, false, false);
            this.question = question;
            this.misunderstood = misunderstood;
        }
    }
}
