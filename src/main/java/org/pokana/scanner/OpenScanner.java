package org.pokana.scanner;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.Forum;
import org.pokana.forum.ForumChoice;
import org.pokana.forum.Forums;
import org.pokana.kernel.Attachment;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.messaging.Links;
import org.springframework.stereotype.Component;

/** Gives a helper the link that makes their phone a scanner of people's codes. */
@Component
class OpenScanner implements Flow {

    private final Forums forums;
    private final Scanners scanners;
    private final Links links;
    private final Clock clock;

    OpenScanner(Forums forums, Scanners scanners, Links links, Clock clock) {
        this.forums = forums;
        this.scanners = scanners;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "scanner";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.DOOR);
    }

    @Override
    public Ending hold(Talk talk) {
        var now = clock.instant();
        var named = forums.find(talk.opening().strip());
        var near = forums.all().stream().filter(forum -> forum.canBeNoted(now)).toList();
        var forum = named.filter(there -> there.canBeNoted(now))
                .or(() -> named.isPresent() ? Optional.empty() : one(talk, near))
                .orElse(null);
        if (forum == null) {
            return notNow(talk, named);
        }
        var link = links.page("scanner#" + scanners.link(forum.id(), talk.with()));
        return talk.end(talk.line("link", forum.title(), link)
                .with(Choice.to("checkin", forum.id()), Choice.to("door_code", forum.id()), menu())
                .carrying(new Attachment.Copyable(link, phrase("scanner.copy")))
                .thatLasts());
    }

    private static Optional<Forum> one(Talk talk, List<Forum> near) {
        return near.size() > 1
                ? Optional.of(talk.ask(ForumChoice.among(near)))
                : near.stream().findFirst();
    }

    private Ending notNow(Talk talk, Optional<Forum> named) {
        var now = clock.instant();
        var next = named.or(() -> forums.upcoming(now).stream().findFirst()).orElse(null);
        if (next == null) {
            return talk.end(talk.line("none").with(menu()));
        }
        boolean early = !next.isCancelled() && now.isBefore(next.doorOpens());
        var line = early
                ? talk.line("too-early", next.title(), next.doorOpens().atZone(next.zone()))
                : talk.line("over", next.title());
        return talk.end(line.with(Choice.to("forum", next.id()), menu()));
    }

    private static Choice menu() {
        return Choice.to("menu").as(Tone.AWAY);
    }
}
