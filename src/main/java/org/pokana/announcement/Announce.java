package org.pokana.announcement;

import static org.pokana.conversation.Questions.choice;
import static org.pokana.conversation.Questions.number;
import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pokana.announcement.Audiences.Reach;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Ids;
import org.springframework.stereotype.Component;

/** An organizer writes to many people from the chat. */
@Component
class Announce implements Flow {

    /** From here on a slip of the thumb is not enough. */
    static final int MANY = 200;

    private static final String MORE = "more";
    private static final Pattern ID = Pattern.compile("[a-z0-9]{3,40}");

    private final Announcements announcements;
    private final AudienceChips chips;
    private final Audiences audiences;
    private final Letters letters;
    private final Conditions conditions;
    private final Summary summary;
    private final Departure departure;
    private final Ids ids;

    Announce(
            Announcements announcements,
            AudienceChips chips,
            Audiences audiences,
            Letters letters,
            Conditions conditions,
            Summary summary,
            Departure departure,
            Ids ids) {
        this.announcements = announcements;
        this.chips = chips;
        this.audiences = audiences;
        this.letters = letters;
        this.conditions = conditions;
        this.summary = summary;
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
        var id = talk.opening().split(" ", 2)[0];
        if (!ID.matcher(id).matches()) {
            return talk.goOnWith(name(), ids.next()); // however often send is pressed from here on, it is this one
        }
        if (announcements.find(id).isPresent()) {
            return talk.goOnWith("announcements", id);
        }
        var letter = source(talk).map(before -> toTheSilent(id, before)).orElseGet(() -> written(id, talk));
        var go = "";
        for (int round = 1; !Departure.LEAVES.contains(go); round++) {
            go = confirm(talk, round, letter);
            if (go.equals(MORE)) {
                letter = letter.on(conditions.ask(talk, round, letter));
            }
        }
        int people = reach(letter).people();
        if (people > MANY) {
            talk.ask(number("count", people, people));
        }
        var sent = announcements.send(departure.draft(letter, talk, go));
        return talk.end(departure.line(talk, sent, people));
    }

    private Letter written(String id, Talk talk) {
        var said = Dictation.ask(talk);
        var chosen = chips.ask(talk);
        var terms = Terms.USUAL.with(chosen.narrowing());
        return new Letter(id, said.texts(), said.media(), chosen.audience(), terms);
    }

    /** The one that is said again, if it is: {@code /announce 8fk2 7hq1}. */
    private Optional<Announcement> source(Talk talk) {
        return Stream.of(talk.opening().split(" ", 2))
                .skip(1)
                .flatMap(id -> announcements.find(id).stream())
                .filter(Announcement::canBeRepeated)
                .findFirst();
    }

    private static Letter toTheSilent(String id, Announcement before) {
        var silent = new Audience(Audience.Kind.SILENT, before.id());
        var terms = Terms.USUAL.withReceipt(before.terms().receipt());
        return new Letter(id, before.texts(), before.items(), silent, terms);
    }

    private Reach reach(Letter letter) {
        return audiences.reach(letter.audience(), letter.terms().narrowing(), letter.texts());
    }

    /** Shows the real thing and asks for the word; a test goes to whoever writes, as often as the text changes. */
    private String confirm(Talk talk, int round, Letter letter) {
        var reach = reach(letter);
        if (reach.people() == 0) {
            talk.ask(choice("nobody", List.of()));
        }
        letters.preview(letter).forEach(talk::say);
        var choices = departure.choices(letter.terms(), true);
        choices.add(new Choice(MORE, phrase("announce.more-button")));
        var go = talk.ask(choice(
                Conditions.numbered("confirm", round),
                choices,
                reach.people(),
                departure.howLong(reach.people()),
                summary.of(letter, reach)));
        if (!go.equals(Departure.TEST)) {
            return go;
        }
        departure.test(letter, talk.with(), talk.address(), talk.language());
        return talk.ask(choice(Conditions.numbered("tested", round), departure.choices(letter.terms(), false)));
    }
}
