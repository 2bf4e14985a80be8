package org.pokana.announcement;

import static org.pokana.conversation.Questions.choice;
import static org.pokana.conversation.Questions.number;
import static org.pokana.conversation.Questions.orSkip;
import static org.pokana.conversation.Questions.text;
import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pokana.announcement.Audiences.Reach;
import org.pokana.contact.Role;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Question;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Ids;
import org.pokana.kernel.Localized;
import org.springframework.stereotype.Component;

/** An organizer writes to many people from the chat. */
@Component
class Announce implements Flow {

    /** From here on a slip of the thumb is not enough. */
    private static final int MANY = 200;

    private static final Pattern ID = Pattern.compile("[a-z0-9]{3,40}");

    private final Announcements announcements;
    private final AudienceChoices audiences;
    private final Letters letters;
    private final Departure departure;
    private final Ids ids;

    Announce(Announcements announcements, AudienceChoices audiences, Letters letters, Departure departure, Ids ids) {
        this.announcements = announcements;
        this.audiences = audiences;
        this.letters = letters;
        this.departure = departure;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "announce";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public Ending hold(Talk talk) {
        var id = talk.opening();
        if (!ID.matcher(id).matches()) {
            return talk.goOnWith(name(), ids.next()); // however often send is pressed from here on, it is this one
        }
        if (announcements.find(id).isPresent()) {
            return talk.goOnWith("announcements", id);
        }
        var texts = texts(talk);
        var audience = audiences.ask(talk);
        var reach = audiences.reach(audience, texts);
        if (reach.people() == 0) {
            talk.ask(choice("nobody", List.of()));
        }
        var go = confirm(talk, texts, audience, reach);
        if (reach.people() > MANY) {
            talk.ask(number("count", reach.people(), reach.people()));
        }
        var sent = announcements.send(departure.draft(id, texts, audience, talk, go));
        return talk.end(departure.line(talk, sent));
    }

    private static Localized texts(Talk talk) {
        var texts = new HashMap<String, String>();
        texts.put("bg", talk.ask(new Dictation("text")));
        talk.ask(orSkip(new Dictation("english"))).ifPresent(english -> texts.put("en", english));
        return new Localized(texts);
    }

    /** Shows the real thing and asks for the word; a test goes to whoever writes, as often as the text changes. */
    private String confirm(Talk talk, Localized texts, Audience audience, Reach reach) {
        letters.preview(texts, audience).forEach(talk::say);
        var go = talk.ask(choice(
                "confirm",
                departure.choices(true),
                reach.people(),
                departure.howLong(reach.people()),
                reach.inAnotherLanguage() == 0
                        ? verbatim("")
                        : phrase("announce.other-language", reach.inAnotherLanguage())));
        if (!go.equals(Departure.TEST)) {
            return go;
        }
        departure.test(talk, texts, audience);
        return talk.ask(choice("tested", departure.choices(false)));
    }

    /** Words for others: a question among them is not put to us. */
    private record Dictation(String name) implements Question<String> {

        @Override
        public List<Object> arguments() {
            return List.of(Letters.LONGEST);
        }

        @Override
        public List<Choice> choices() {
            return List.of();
        }

        @Override
        public boolean free() {
            return false;
        }

        @Override
        public Optional<String> understand(Answer answer) {
            return text(name, Letters.LONGEST).understand(answer);
        }
    }
}
