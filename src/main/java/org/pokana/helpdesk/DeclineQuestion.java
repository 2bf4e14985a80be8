package org.pokana.helpdesk;

import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import java.util.Locale;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Questions;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** Not a question for the team, and why; from somebody outside it, it goes back to the team. */
@Component
class DeclineQuestion implements Flow {

    private static final int LONGEST = 500;
    static final List<String> REASONS = List.of("elsewhere", "personal", "unclear");

    private final Desk desk;
    private final Sent sent;
    private final Contacts contacts;
    private final Words words;

    DeclineQuestion(Desk desk, Sent sent, Contacts contacts, Words words) {
        this.desk = desk;
        this.sent = sent;
        this.contacts = contacts;
        this.words = words;
    }

    @Override
    public String name() {
        return "decline";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var question = desk.find(talk.opening()).filter(each -> each.isFor(talk.contact()));
        if (question.isEmpty()) {
            return talk.end(talk.line("unknown").with(Choice.to("person"), Choice.to("menu")));
        }
        var known = question.get();
        if (known.owner() != null && !known.isOf(talk.contact())) {
            return talk.end(sent.hadBy(known));
        }
        var reason = talk.ask(Questions.textOr("why", LONGEST, reasons(), News.excerpt(known.text())));
        return talk.contact().may(Role.ORGANIZER) ? decline(talk, known, reason) : giveBack(talk, known, reason);
    }

    private static List<Choice> reasons() {
        return REASONS.stream()
                .map(reason -> new Choice(reason, phrase("decline.why." + reason)))
                .toList();
    }

    private Ending decline(Talk talk, Question question, String reason) {
        var declined = desk.decline(question.id(), talk.with(), toAsker(question, reason));
        boolean done = declined.isPresent()
                || desk.find(question.id())
                        .filter(each -> each.state() == Question.State.OVER && each.isOf(talk.contact()))
                        .isPresent();
        return done
                ? talk.end(talk.line("done").with(Choice.to("questions"), Choice.to("menu")))
                : talk.end(sent.hadBy(question));
    }

    private Ending giveBack(Talk talk, Question question, String reason) {
        desk.giveBack(question.id(), talk.with(), inWords(reason, talk.language()));
        return talk.end(talk.line("given-back").with(Choice.to("menu")));
    }

    /** As whoever asked first reads it. */
    String toAsker(Question question, String reason) {
        return inWords(reason, asker(question));
    }

    /** A reason that was picked, in full and in the language of who reads it. */
    private String inWords(String reason, Locale language) {
        return REASONS.contains(reason) ? words.say(phrase("decline.reason-" + reason), language) : reason;
    }

    private Locale asker(Question question) {
        return contacts.find(new ContactId(question.askers().get(0).contact()))
                .map(Contact::language)
                .orElse(words.spoken(null));
    }
}
