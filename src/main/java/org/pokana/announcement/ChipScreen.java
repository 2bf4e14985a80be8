package org.pokana.announcement;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pokana.announcement.Chosen.Page;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Question;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Phrase;

/** One look at whom a message is for; people are counted only when it is really shown. */
final class ChipScreen implements Question<String> {

    private static final int A_PAGE = 6;
    private static final List<String> PAGES = List.of(Page.FORUMS, Page.GROUPS, Page.MUNICIPALITIES, Page.OTHERS);

    private final Chosen chosen;
    private final AudienceChips chips;
    private final AudienceWords names;
    private int people = -1;

    ChipScreen(Chosen chosen, AudienceChips chips, AudienceWords names) {
        this.chosen = chosen;
        this.chips = chips;
        this.names = names;
    }

    @Override
    public String name() {
        return "audience";
    }

    @Override
    public boolean free() {
        return false;
    }

    @Override
    public Optional<String> understand(Answer answer) {
        return Optional.ofNullable(answer.pick())
                .filter(pick ->
                        chosen.after(pick).isPresent() || Audience.parse(pick).isPresent());
    }

    @Override
    public List<Object> arguments() {
        return List.of(chosen.page().name().equals(Page.OTHERS) ? withLegend() : says());
    }

    private Phrase says() {
        if (chosen.of().isEmpty()) {
            return phrase("announcement.whom");
        }
        var all = names.name(chosen.audience());
        if (chosen.excluding()) {
            return phrase("announcement.whom-not", all, leftOut(), people());
        }
        return phrase("announcement.chosen", all, leftOut(), people());
    }

    private int people() {
        if (people < 0) {
            people = chips.people(chosen);
        }
        return people;
    }

    private Phrase leftOut() {
        return chosen.except().isEmpty() ? verbatim("") : phrase("announcement.left-out", names.any(chosen.except()));
    }

    /** Which announcements the dates on the buttons speak of. */
    private Phrase withLegend() {
        return chips.latest().stream()
                .map(one -> phrase("announcement.legend", names.when(one), Reports.excerpt(one)))
                .reduce(says(), (above, below) -> phrase("announcement.lines", above, below));
    }

    @Override
    public List<Choice> choices() {
        var choices = new ArrayList<Choice>();
        var page = chosen.page();
        addChips(choices, page);
        if (page.name().equals(Page.MAIN)) {
            PAGES.forEach(name -> choices.add(new Choice(Page.of(name).pick(), phrase("announcement.page-" + name))));
            if (!chosen.of().isEmpty() && !chosen.excluding()) {
                choices.add(new Choice(Chosen.EXCLUDING, phrase("announcement.leave-out")));
            }
        }
        addWaysOn(choices);
        return choices;
    }

    private void addChips(List<Choice> choices, Page page) {
        var counts = chips.count(chips.on(page), chosen);
        var worth = counts.keySet().stream()
                .filter(one -> isWorthShowing(one, counts))
                .toList();
        int pages = Math.max(1, (worth.size() + A_PAGE - 1) / A_PAGE);
        int from = A_PAGE * ((page.number() - 1) % pages);
        worth.subList(from, Math.min(worth.size(), from + A_PAGE)).forEach(one -> choices.add(chip(one, counts)));
        if (pages > 1) {
            var next = new Page(page.name(), page.number() % pages + 1);
            choices.add(new Choice(next.pick(), phrase("announcement.next-page", page.number(), pages)));
        }
    }

    /** Everybody cannot be left out, and nobody need be offered. */
    private boolean isWorthShowing(Audience one, Map<Audience, Integer> counts) {
        boolean pointless = chosen.excluding() && one.equals(Audience.EVERYBODY);
        return !pointless && (counts.getOrDefault(one, 0) > 0 || isTicked(one));
    }

    private boolean isTicked(Audience one) {
        return (chosen.excluding() ? chosen.except() : chosen.of()).contains(one);
    }

    private Choice chip(Audience one, Map<Audience, Integer> counts) {
        var turn = chosen.excluding()
                ? isTicked(one) ? Chosen.LEAVE_IN : Chosen.LEAVE_OUT
                : isTicked(one) ? Chosen.OUT : Chosen.IN;
        var label = phrase(
                isTicked(one) ? "announcement.ticked" : "announcement.counted",
                names.label(one),
                counts.getOrDefault(one, 0));
        return new Choice(turn + one, label);
    }

    private void addWaysOn(List<Choice> choices) {
        if (!chosen.page().name().equals(Page.MAIN)) {
            choices.add(new Choice(Page.FIRST.pick(), phrase("announcement.other-sorts"), Tone.AWAY));
        }
        if (people() > 0) {
            choices.add(new Choice(Chosen.GO, phrase("announcement.go-on", people()), Tone.GOOD));
        }
        if (chosen.excluding()) {
            choices.add(new Choice(Chosen.INCLUDING, phrase("announcement.not-leave-out"), Tone.AWAY));
        }
    }
}
