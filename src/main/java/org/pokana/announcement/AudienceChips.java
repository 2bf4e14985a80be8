package org.pokana.announcement;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pokana.announcement.Audience.Kind;
import org.pokana.announcement.Chosen.Page;
import org.pokana.conversation.Talk;
import org.pokana.forum.Forum;
import org.pokana.forum.Groups;
import org.pokana.forum.Municipalities;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/**
 * Asks whom to write to: a screen of choices, with how many people each is just now, that are ticked and unticked until
 * it is right. What is ticked of one sort adds up, what is ticked of different sorts narrows down.
 */
@Component
class AudienceChips {

    private static final int LATEST = 3;

    private final Audiences audiences;
    private final AudienceWords names;
    private final Responses responses;
    private final Words words;

    AudienceChips(Audiences audiences, AudienceWords names, Responses responses, Words words) {
        this.audiences = audiences;
        this.names = names;
        this.responses = responses;
        this.words = words;
    }

    Chosen ask(Talk talk) {
        var chosen = Chosen.NOBODY;
        while (true) {
            var pick = talk.ask(new ChipScreen(chosen, this, names));
            var single = Audience.parse(pick); // as earlier versions asked for the only one
            if (single.isPresent()) {
                return new Chosen(List.of(single.get()), List.of(), Page.FIRST, false);
            }
            if (pick.equals(Chosen.GO)) {
                return chosen;
            }
            chosen = chosen.after(pick).orElseThrow();
        }
    }

    /** Everything that can be ticked on a page, whether anybody is in it or not. */
    List<Audience> on(Page page) {
        return switch (page.name()) {
            case Page.FORUMS ->
                audiences.forums().stream().flatMap(AudienceChips::of).toList();
            case Page.GROUPS -> Groups.KEYS.stream().map(Audience::group).toList();
            case Page.MUNICIPALITIES ->
                Municipalities.KEYS.stream().map(Audience::municipality).toList();
            case Page.OTHERS ->
                Stream.concat(languages(), latest().stream().flatMap(AudienceChips::of))
                        .toList();
            default -> Stream.concat(Stream.of(Audience.EVERYBODY), next()).toList();
        };
    }

    private static Stream<Audience> of(Forum forum) {
        return Stream.of(Kind.FORUM, Kind.ATTENDED, Kind.WAITING).map(kind -> new Audience(kind, forum.id()));
    }

    private static Stream<Audience> of(Announcement announcement) {
        var kinds = Stream.of(Kind.SILENT, Kind.ANSWERED, Kind.READ);
        return kinds.filter(kind -> kind != Kind.READ || announcement.terms().receipt())
                .map(kind -> new Audience(kind, announcement.id()));
    }

    private Stream<Audience> next() {
        return audiences.forums().stream().limit(1).map(forum -> Audience.forum(forum.id()));
    }

    private Stream<Audience> languages() {
        return words.languages().stream().sorted().map(tag -> new Audience(Kind.LANGUAGE, tag));
    }

    /** Those that somebody may have answered. */
    List<Announcement> latest() {
        return responses.latest(LATEST);
    }

    /** Of those who are chosen, when it is about leaving some out. */
    Map<Audience, Integer> count(Collection<Audience> offered, Chosen chosen) {
        var within = chosen.excluding() ? chosen.audience() : Audience.EVERYBODY;
        return audiences.count(offered, within, Narrowing.NONE);
    }

    int people(Chosen chosen) {
        int[] people = new int[1];
        if (!chosen.of().isEmpty()) {
            audiences.each(chosen.audience(), chosen.narrowing(), person -> people[0]++);
        }
        return people[0];
    }
}
