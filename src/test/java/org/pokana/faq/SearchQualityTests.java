package org.pokana.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pokana.conversation.Spelling;

/**
 * How well questions are understood. {@code dev-questions.tsv} and {@code second-questions.tsv} were looked at while the
 * search was tuned; by {@code third-questions.tsv} nothing was chosen: it was written by somebody who saw only the entries' questions
 * and answers, while others wrote the examples. Still, nobody of them was a clerk of the region, so real questions may do
 * worse than any of the figures.
 */
class SearchQualityTests {

    private final KnowledgeBase knowledge = KnowledgeBase.read(null);
    private final Search search = new Search(knowledge, Lexicon.read(null));

    @Test
    void understandsTheQuestionsItWasTunedOn() {
        measure("second-questions.tsv");
        var scores = measure("dev-questions.tsv");

        assertThat(scores.get("all").firstHits()).isGreaterThanOrEqualTo(0.87);
        assertThat(scores.get("all").hitsInThree()).isGreaterThanOrEqualTo(0.94);
        assertThat(scores.get("bg-latn").firstHits())
                .isGreaterThanOrEqualTo(scores.get("bg").firstHits() - 0.05);
        assertThat(scores.get("all").wrong()).isLessThanOrEqualTo(0.04);
        assertThat(scores.get("NONE").wrong()).isLessThanOrEqualTo(0.15);
    }

    @Test
    void understandsQuestionsItWasNotTunedOn() {
        var scores = measure("third-questions.tsv");

        assertThat(scores.get("all").firstHits()).isGreaterThanOrEqualTo(0.88);
        assertThat(scores.get("all").hitsInThree()).isGreaterThanOrEqualTo(0.95);
        assertThat(scores.get("all").wrong()).isLessThanOrEqualTo(0.04);
        assertThat(scores.get("NONE").wrong()).isLessThanOrEqualTo(0.1);
        assertThat(scores.get("bg-latn").firstHits())
                .isGreaterThanOrEqualTo(scores.get("bg").firstHits() - 0.04);
    }

    @Test
    void wasNotGivenTheQuestionsItIsMeasuredWith() {
        var known = knowledge.entries().stream()
                .flatMap(entry -> Stream.concat(
                        entry.question().words().values().stream(),
                        entry.phrasings().values().stream().flatMap(List::stream)))
                .map(Spelling::fold)
                .collect(Collectors.toSet());
        Lexicon.read(null).elsewhere().values().forEach(lines -> lines.forEach(line -> known.add(Spelling.fold(line))));

        assertThat(known).contains(Spelling.fold("Трябва ли покана?"));
        assertThat(Stream.of("dev-questions.tsv", "second-questions.tsv", "third-questions.tsv")
                        .flatMap(file -> questions(file).stream())
                        .map(Asked::question))
                .noneMatch(question -> known.contains(Spelling.fold(question)));
    }

    private Map<String, Tally> measure(String file) {
        var tallies = new TreeMap<String, Tally>();
        for (var asked : questions(file)) {
            var understood = search.understand(asked.question());
            var groups = asked.expected().equals("NONE") ? List.of("NONE") : List.of(asked.tag(), "all");
            groups.forEach(
                    group -> tallies.computeIfAbsent(group, any -> new Tally()).count(understood, asked.expected()));
        }
        print(file, tallies);
        return tallies;
    }

    private static void print(String file, Map<String, Tally> tallies) {
        System.out.printf(
                "%n%-22s %5s %6s %6s %9s %9s %8s %7s%n",
                file, "n", "hit@1", "hit@3", "answered", "wrongly", "offered", "silent");
        tallies.forEach((group, tally) -> System.out.printf(
                "%-22s %5d %5.1f%% %5.1f%% %8.1f%% %8.1f%% %7.1f%% %6.1f%%%n",
                group,
                tally.asked,
                100 * tally.firstHits(),
                100 * tally.hitsInThree(),
                100 * tally.share(tally.answered),
                100 * tally.wrong(),
                100 * tally.share(tally.offered),
                100 * tally.share(tally.silent)));
    }

    private static List<Asked> questions(String file) {
        try (var in = SearchQualityTests.class.getResourceAsStream("/faq/" + file)) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
            return lines.map(line -> line.split("\t"))
                    .map(parts -> new Asked(parts[0], parts[1], parts[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Asked(String question, String tag, String expected) {}

    /** Only what the person would see counts: silence is a miss, however right the best guess. */
    private static final class Tally {

        private int asked;
        private int first;
        private int inThree;
        private int answered;
        private int wrong;
        private int offered;
        private int silent;

        void count(Understanding understood, String expected) {
            asked++;
            var shown = new ArrayList<Match>();
            if (understood instanceof Understanding.Answer answer) {
                answered++;
                shown.add(answer.match());
                wrong += answer.match().entry().id().equals(expected) ? 0 : 1;
            } else if (understood instanceof Understanding.Choose choose) {
                offered++;
                shown.addAll(choose.matches());
            } else {
                silent++;
            }
            var ids = shown.stream().map(match -> match.entry().id()).toList();
            first += ids.indexOf(expected) == 0 ? 1 : 0;
            inThree += ids.contains(expected) ? 1 : 0;
        }

        double firstHits() {
            return share(first);
        }

        double hitsInThree() {
            return share(inThree);
        }

        double wrong() {
            return share(wrong);
        }

        double share(int count) {
            return (double) count / asked;
        }
    }
}
