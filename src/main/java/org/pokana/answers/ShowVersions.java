package org.pokana.answers;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.Optional;
import org.pokana.contact.Contacts;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Talk;
import org.pokana.faq.Editing;
import org.pokana.faq.Version;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** Who changed an entry and when, and the way back to what it was: {@code /entry_versions hall}. */
@Component
class ShowVersions implements ForTheTeam {

    private static final int MOST = 5;

    private final Editing editing;
    private final Contacts contacts;
    private final AnswersSettings settings;

    ShowVersions(Editing editing, Contacts contacts, AnswersSettings settings) {
        this.editing = editing;
        this.contacts = contacts;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "entry_versions";
    }

    @Override
    public Ending hold(Talk talk) {
        var id = talk.opening();
        var versions = editing.history(id);
        if (versions.isEmpty()) {
            return talk.goOnWith("answers");
        }
        var lines = versions.stream()
                .limit(MOST)
                .map(this::line)
                .reduce((above, below) -> phrase("answers.lines", above, below))
                .orElse(verbatim(""));
        var now = versions.get(0);
        var earlier = versions.stream()
                .skip(1)
                .limit(MOST - 1)
                .map(version -> back(id, now, version))
                .toList();
        return talk.end(talk.line("list", now.entry().label(), lines)
                .with(earlier)
                .with(
                        Choice.to(phrase("answers.see"), "entry", id).as(Tone.AWAY),
                        ForTheTeam.all(),
                        ForTheTeam.menu()));
    }

    private Phrase line(Version version) {
        var day = version.at().atZone(settings.zone()).toLocalDate();
        Object who = version.by()
                .flatMap(contacts::find)
                .flatMap(contact -> Optional.ofNullable(contact.profile().name()))
                .<Object>map(name -> Short.of(name, 40))
                .orElse(phrase(version.by().isPresent() ? "entry_versions.organizer" : "entry_versions.nobody"));
        var what = phrase("entry_versions.change", version.change().name());
        return phrase("entry_versions.line", version.number(), day, what, who);
    }

    private static Choice back(String id, Version now, Version earlier) {
        return Choice.to(
                phrase("entry_versions.back", earlier.number()),
                "entry_do",
                id,
                String.valueOf(now.number()),
                "back",
                String.valueOf(earlier.number()));
    }
}
