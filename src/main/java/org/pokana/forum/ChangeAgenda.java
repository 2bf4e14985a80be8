package org.pokana.forum;

import static org.pokana.conversation.Questions.choice;
import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Question;
import org.pokana.conversation.Talk;
import org.pokana.forum.Telling.Decision;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.springframework.stereotype.Component;

/** An organizer changes the agenda of a forum, a line at a time or all of it; everybody concerned is told. */
@Component
class ChangeAgenda implements Flow {

    private final Forums forums;
    private final Planned planned;
    private final Telling telling;

    ChangeAgenda(Forums forums, Planned planned, Telling telling) {
        this.forums = forums;
        this.planned = planned;
        this.telling = telling;
    }

    @Override
    public String name() {
        return "change_agenda";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public Ending hold(Talk talk) {
        var forum = planned.meant(talk).orElse(null);
        if (forum == null) {
            return talk.end(talk.line("none").with(Facts.all(), Facts.menu()));
        }
        if (!planned.isToCome(forum)) {
            return talk.end(talk.line("gone", forum.title()).with(Facts.all(), Facts.menu()));
        }
        var agenda = wanted(talk, forum);
        var decision = telling.sure(
                talk,
                name(),
                "sure",
                Tone.GOOD,
                forum,
                forum.starts(),
                forum.title(),
                ChangeWords.otherLines(forum.agenda(), agenda));
        return decision == Decision.NO
                ? talk.end(talk.line("kept", forum.title()).with(Choice.to("agenda", forum.id()), Facts.menu()))
                : done(talk, forum, agenda, decision);
    }

    private static List<AgendaItem> wanted(Talk talk, Forum forum) {
        var text = new AgendaText(forum, talk.language());
        return switch (talk.ask(what(forum))) {
            case "line" ->
                AgendaText.with(
                        forum.agenda(),
                        talk.ask(new Lines("line", forum, text, 1)).get(0));
            case "remove" -> AgendaText.without(forum.agenda(), talk.ask(new Which(forum)));
            default -> talk.ask(new Lines("all", forum, text, Integer.MAX_VALUE));
        };
    }

    private static Question<String> what(Forum forum) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("line", phrase("change_agenda.what.line")));
        if (!forum.agenda().isEmpty()) {
            choices.add(new Choice("remove", phrase("change_agenda.what.remove")));
        }
        choices.add(new Choice("all", phrase("change_agenda.what.all")));
        return choice("what", choices, forum.title(), forum.agenda().size());
    }

    private Ending done(Talk talk, Forum before, List<AgendaItem> agenda, Decision decision) {
        var forum = forums.reschedule(before.id(), agenda)
                .filter(now -> !now.isCancelled())
                .orElse(null);
        if (forum == null) {
            return talk.end(talk.line("gone", before.title()).with(Facts.all(), Facts.menu()));
        }
        return talk.end(talk.line("done", forum.title(), telling.tell(talk, forum, decision))
                .with(Choice.to("agenda", forum.id()), Choice.to("forum_numbers"), Facts.menu()));
    }

    /** Asks for lines with their hours; what is there already is no change. */
    private record Lines(String name, Forum forum, AgendaText reading, int most) implements Question<List<AgendaItem>> {

        @Override
        public List<Object> arguments() {
            return List.of(forum.title(), Facts.hour(forum.startsAt()) + "–" + Facts.hour(forum.endsAt()));
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
        public Optional<List<AgendaItem>> understand(Answer answer) {
            return reading.read(answer.text())
                    .filter(items -> items.size() <= most)
                    .filter(items -> !items.equals(forum.agenda()));
        }
    }

    /** Asks for one line of the agenda, by button or by its hour. */
    private record Which(Forum forum) implements Question<AgendaItem> {

        private static final int MOST = 8;

        @Override
        public String name() {
            return "which";
        }

        @Override
        public List<Object> arguments() {
            return List.of(Facts.lines(forum.agenda().stream()
                    .limit(MOST)
                    .map(item -> phrase("agenda.item", Facts.hours(item), item.title()))));
        }

        @Override
        public List<Choice> choices() {
            return forum.agenda().stream()
                    .limit(MOST)
                    .map(item -> new Choice(item.starts().toString(), verbatim(Facts.hours(item))))
                    .toList();
        }

        @Override
        public boolean free() {
            return false;
        }

        @Override
        public Optional<AgendaItem> understand(Answer answer) {
            var said = answer.pick() == null ? answer.text().strip() : answer.pick();
            return forum.agenda().stream()
                    .filter(item -> item.starts().toString().equals(said.length() == 4 ? "0" + said : said))
                    .findFirst();
        }
    }
}
