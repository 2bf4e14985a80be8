package org.pokana.answers;

import static org.pokana.kernel.Phrase.phrase;

import java.util.ArrayList;
import java.util.List;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Line;
import org.springframework.stereotype.Component;

/** Where looking after answers begins: {@code /answers}, {@code /answers hotel}, {@code /answers review 2}. */
@Component
class FindAnswer implements ForTheTeam {

    private static final String MORE = "more";
    private static final int PAGE = 5;
    private static final int LONGEST = 100;

    private final Lists lists;

    FindAnswer(Lists lists) {
        this.lists = lists;
    }

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = talk.opening().strip();
        if (opening.isEmpty()) {
            opening = talk.ask(new Dictated("find", LONGEST, ways(talk), List.of()));
        }
        if (opening.equals(MORE)) {
            return talk.end(more(talk));
        }
        var list = opening.replaceFirst(" \\d{1,3}$", "");
        int page = list.equals(opening) ? 1 : Integer.parseInt(opening.substring(list.length() + 1));
        var named = lists.named(list, talk.language());
        if (named.isPresent()) {
            return show(talk, list, list, named.get(), page);
        }
        return show(talk, "found", list, lists.with(list), page);
    }

    private List<Choice> ways(Talk talk) {
        var ways = new ArrayList<Choice>();
        lists.waiting(talk.language())
                .forEach((name, list) -> ways.add(Choice.to(phrase("answers.to-" + name, list.size()), name(), name)));
        ways.add(Choice.to("new_answer"));
        ways.add(Choice.to(phrase("answers.more-ways"), name(), MORE));
        return ways;
    }

    private Line more(Talk talk) {
        var retired = lists.named("retired", talk.language()).orElse(List.of());
        var line = talk.line("more-what").with(Choice.to("try_question"), Choice.to("answers_file"));
        if (!retired.isEmpty()) {
            line = line.with(Choice.to(phrase("answers.to-retired", retired.size()), name(), "retired"));
        }
        return line.with(ForTheTeam.all(), ForTheTeam.menu());
    }

    /** The first page takes over when one is past the last. */
    private Ending show(Talk talk, String what, String words, List<Choice> all, int page) {
        if (all.isEmpty()) {
            return talk.end(talk.line("nothing").with(Choice.to("new_answer"), ForTheTeam.all(), ForTheTeam.menu()));
        }
        int from = (page - 1) * PAGE < all.size() ? Math.max(0, page - 1) * PAGE : 0;
        int to = Math.min(from + PAGE, all.size());
        var choices = new ArrayList<>(all.subList(from, to));
        var next = to < all.size() ? String.valueOf(from / PAGE + 2) : "1";
        if (all.size() > PAGE && words.length() < LONGEST / 4) {
            choices.add(Choice.to(phrase("answers.more"), name(), words, next));
        }
        return talk.end(talk.line(what, all.size()).with(choices).with(ForTheTeam.all(), ForTheTeam.menu()));
    }
}
