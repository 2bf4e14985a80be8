package org.pokana.helpdesk;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Relay;
import org.pokana.conversation.Saying;
import org.pokana.conversation.Talk;
import org.pokana.helpdesk.Question.Event;
import org.pokana.helpdesk.Question.Kind;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/**
 * Carries words between who asks and who answers: a reply to a card or to what the other said, and while they have each
 * other's ear, whatever who asks says. What a form asked last, the form hears.
 */
@Component
class Carry implements Relay {

    private static final Pattern TOLD = Pattern.compile("question(-cards)?:(?<question>[^:]+):(?<event>[^:]+):.*");

    private final Desk desk;
    private final Talking talking;
    private final Sent sent;

    Carry(Desk desk, Talking talking, Sent sent) {
        this.desk = desk;
        this.talking = talking;
        this.sent = sent;
    }

    @Override
    public String name() {
        return "carry";
    }

    @Override
    public Optional<String> takes(Contact person, Remark remark) {
        var repliedTo = remark.repliedTo();
        return repliedTo == null
                ? spokenTo(person, remark).map(question -> opening(question, "-", remark))
                : replied(person, remark, repliedTo);
    }

    private Optional<String> replied(Contact person, Remark remark, String repliedTo) {
        var told = TOLD.matcher(repliedTo);
        if (!told.matches()) {
            return Optional.empty();
        }
        return desk.find(told.group("question"))
                .filter(question ->
                        question.isFor(person) || question.askedBy(person.key()).isPresent())
                .map(question -> opening(question, told.group("event"), remark));
    }

    private static String opening(Question question, String event, Remark remark) {
        return question.id() + " " + event + " " + Saying.key(remark.id()) + " " + remark.text();
    }

    /** Whose ear they have, unless a form waits and was the last to speak. */
    private Optional<Question> spokenTo(Contact person, Remark remark) {
        return desk.liveWith(person.id()).filter(question -> !remark.asked() || isFrom(question, remark.seen()));
    }

    private static boolean isFrom(Question question, @Nullable String seen) {
        return seen != null && seen.startsWith(question.cause() + ":");
    }

    @Override
    public Ending hold(Talk talk) {
        var words = talk.opening().split(" ", 4);
        var question = words.length == 4 ? desk.find(words[0]) : Optional.<Question>empty();
        if (question.isEmpty()) {
            return unknown(talk);
        }
        if (question.get().askedBy(talk.with().value()).isPresent()) {
            talking.say(words[0], words[2], talk.with(), words[3]);
            return talk.end(); // whoever is answered by a person is not answered by us
        }
        if (!question.get().isFor(talk.contact())) {
            return unknown(talk);
        }
        var answered = desk.answer(
                words[0], words[2], talk.with(), addressee(question.get(), words[1]), Kind.ANSWERED, words[3]);
        return talk.end(sent.line(answered, question.get()));
    }

    private static Ending unknown(Talk talk) {
        return talk.end(talk.line("unknown").with(Choice.to("person"), Choice.to("menu")));
    }

    /** A reply to what one of several said is for them alone. */
    private static @Nullable String addressee(Question question, String event) {
        return question.events().stream()
                .filter(each -> each.key().equals(event) && each.kind() == Kind.SAID)
                .map(Event::by)
                .findFirst()
                .orElse(null);
    }
}
