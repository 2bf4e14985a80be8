package org.pokana.answers;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pokana.faq.Drafts;
import org.pokana.faq.Editing;
import org.pokana.faq.Opinions;
import org.pokana.faq.Search;
import org.pokana.faq.Version;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** What waits for somebody of the team, as lists to choose from. */
@Component
class Lists {

    private static final int MOST_FOUND = 20;

    private final Editing editing;
    private final Drafts drafts;
    private final Opinions opinions;
    private final Search search;

    Lists(Editing editing, Drafts drafts, Opinions opinions, Search search) {
        this.editing = editing;
        this.drafts = drafts;
        this.opinions = opinions;
        this.search = search;
    }

    /** By name, each with what is in it; those in which nothing waits are left out. */
    Map<String, List<Choice>> waiting(Locale language) {
        var all = new LinkedHashMap<String, List<Choice>>();
        for (var name : List.of("drafts", "unhelpful", "differing", "review")) {
            named(name, language).filter(list -> !list.isEmpty()).ifPresent(list -> all.put(name, list));
        }
        return all;
    }

    Optional<List<Choice>> named(String name, Locale language) {
        return Optional.ofNullable(
                switch (name) {
                    case "drafts" -> drafts();
                    case "unhelpful" -> unhelpful(language);
                    case "differing" ->
                        editing.differing().keySet().stream()
                                .map(version -> to(version, "entry_file"))
                                .toList();
                    case "review" ->
                        Stream.concat(editing.due().stream(), editing.unconfirmed().stream())
                                .map(version -> to(version, "entry_review"))
                                .toList();
                    case "retired" ->
                        editing.all().stream()
                                .filter(Version::retired)
                                .map(Lists::to)
                                .toList();
                    default -> null;
                });
    }

    private List<Choice> drafts() {
        var times = new HashMap<String, Integer>();
        return drafts.open().stream()
                .map(draft -> {
                    int time = times.merge(Short.label(draft.asked()), 1, Integer::sum);
                    return Choice.to(verbatim(Short.label(draft.asked(), time)), "draft", draft.id());
                })
                .toList();
    }

    private List<Choice> unhelpful(Locale language) {
        return opinions.unheard().stream()
                .flatMap(opinion -> editing.now(opinion.entry()).stream()
                        .map(version -> Choice.to(
                                phrase(
                                        "answers.times",
                                        opinion.unheard(),
                                        Short.of(version.entry().label().in(language), 18)),
                                "entry",
                                opinion.entry())))
                .toList();
    }

    /** What has these words in it, or would be found by them. */
    List<Choice> with(String words) {
        var wanted = words.toLowerCase(Locale.ROOT);
        var named = editing.all().stream()
                .filter(version -> version.entry().question().words().values().stream()
                        .anyMatch(question -> question.toLowerCase(Locale.ROOT).contains(wanted)))
                .map(version -> version.entry().id());
        var found = search.matches(words).stream().map(match -> match.entry().id());
        return Stream.concat(found, named)
                .distinct()
                .limit(MOST_FOUND)
                .flatMap(id -> editing.now(id).stream())
                .map(Lists::to)
                .toList();
    }

    private static Choice to(Version version) {
        return Choice.to(
                verbatim(version.entry().label()), "entry", version.entry().id());
    }

    private static Choice to(Version version, String flow) {
        return Choice.to(
                verbatim(version.entry().label()), flow, version.entry().id(), String.valueOf(version.number()));
    }
}
