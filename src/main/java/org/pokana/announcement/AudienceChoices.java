package org.pokana.announcement;

import static org.pokana.kernel.Phrase.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.pokana.announcement.Audience.Kind;
import org.pokana.announcement.Audiences.Reach;
import org.pokana.conversation.Question;
import org.pokana.conversation.Talk;
import org.pokana.forum.Groups;
import org.pokana.forum.Municipalities;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Localized;
import org.springframework.stereotype.Component;

/** Asks whom to write to, with how many people that would be just now. */
@Component
class AudienceChoices {

    private static final int MOST_FORUMS = 5;
    private static final String GROUPS = "groups";
    private static final String MUNICIPALITIES = "municipalities";

    private final Audiences audiences;

    AudienceChoices(Audiences audiences) {
        this.audiences = audiences;
    }

    Reach reach(Audience audience, Narrowing narrowing, Localized texts) {
        return audiences.reach(audience, narrowing, texts);
    }

    Audience ask(Talk talk) {
        var picked = talk.ask(counted("audience", List.of(Kind.ALL, Kind.FORUM), this::everybodyAndForums));
        if (picked.equals(GROUPS)) {
            picked = talk.ask(counted(
                    "group",
                    List.of(Kind.GROUP),
                    () -> each(Groups.KEYS.stream().map(Audience::group))));
        } else if (picked.equals(MUNICIPALITIES)) {
            picked = talk.ask(counted(
                    "municipality",
                    List.of(Kind.MUNICIPALITY),
                    () -> each(Municipalities.KEYS.stream().map(Audience::municipality))));
        }
        return Audience.parse(picked).orElseThrow();
    }

    private List<Choice> everybodyAndForums() {
        var counts = audiences.count();
        var forums = audiences.forums().stream()
                .map(forum -> Audience.forum(forum.id()))
                .filter(counts::containsKey)
                .limit(MOST_FORUMS);
        var choices = new ArrayList<>(Stream.concat(Stream.of(Audience.EVERYBODY), forums)
                .map(audience -> choice(audience, counts))
                .toList());
        choices.add(new Choice(GROUPS, phrase("announce.groups")));
        choices.add(new Choice(MUNICIPALITIES, phrase("announce.municipalities")));
        return choices;
    }

    private List<Choice> each(Stream<Audience> all) {
        var counts = audiences.count();
        return all.filter(counts::containsKey)
                .map(audience -> choice(audience, counts))
                .toList();
    }

    private Choice choice(Audience audience, Map<Audience, Integer> counts) {
        return new Choice(
                audience.toString(),
                phrase("announce.counted", audiences.name(audience), counts.getOrDefault(audience, 0)));
    }

    private static Question<String> counted(String name, List<Kind> kinds, Supplier<List<Choice>> offers) {
        return new Looking<>(name, offers, false, answer -> Optional.ofNullable(answer.pick())
                .filter(pick -> makesSense(pick, kinds)));
    }

    private static boolean makesSense(String pick, List<Kind> kinds) {
        boolean leadsOn = kinds.contains(Kind.ALL) && (pick.equals(GROUPS) || pick.equals(MUNICIPALITIES));
        return leadsOn
                || Audience.parse(pick)
                        .filter(audience -> kinds.contains(audience.kind()))
                        .isPresent();
    }
}
