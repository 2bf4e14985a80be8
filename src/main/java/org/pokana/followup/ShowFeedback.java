package org.pokana.followup;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** For organizers: what people said of a forum, in numbers and in their own words, and of none whose it is. */
@Component
class ShowFeedback implements Flow {

    private static final String REMARKS = "remarks";

    /** Of a screen, leaving room for its heading. */
    private static final int MOST_LETTERS = 520;

    private final Forums forums;
    private final Impressions impressions;
    private final Tally tally;
    private final Clock clock;

    ShowFeedback(Forums forums, Impressions impressions, Tally tally, Clock clock) {
        this.forums = forums;
        this.impressions = impressions;
        this.tally = tally;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "feedback";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = talk.opening().split(" ");
        var forum = forums.find(opening[0]).orElse(null);
        if (forum == null) {
            return list(talk);
        }
        if (opening.length > 1 && opening[1].equals(REMARKS)) {
            return remarks(talk, forum, opening.length > 2 ? opening[2] : "");
        }
        return numbers(talk, forum);
    }

    private Ending list(Talk talk) {
        var over = forums.all().stream()
                .filter(forum -> forum.isOver(clock.instant()) && !forum.isCancelled())
                .sorted(Comparator.comparing(Forum::ends).reversed())
                .toList();
        if (over.isEmpty()) {
            return talk.end(talk.line("none").with(Choice.to("forum_numbers"), SayHowItWas.menu()));
        }
        var page = Page.of(over, talk.opening());
        return talk.end(talk.line("list")
                .with(page.items().stream()
                        .map(forum -> Choice.to(Naming.label(forum), name(), forum.id()))
                        .toList())
                .with(page.further(name()))
                .with(SayHowItWas.menu()));
    }

    private Ending numbers(Talk talk, Forum forum) {
        var said = impressions.of(forum.id());
        var line = talk.line("numbers", Naming.label(forum), tally.of(forum, said));
        if (said.stream().anyMatch(each -> each.remark() != null)) {
            line = line.with(Choice.to(phrase("feedback.remarks-button"), name(), forum.id(), REMARKS));
        }
        return talk.end(line.with(
                Choice.to("materials", forum.id()),
                Choice.to(phrase("feedback.others"), name()).as(Tone.AWAY),
                SayHowItWas.menu()));
    }

    private Ending remarks(Talk talk, Forum forum, String number) {
        var pages = pages(impressions.of(forum.id()).stream()
                .map(Impression::remark)
                .filter(Objects::nonNull)
                .toList());
        if (pages.isEmpty()) {
            return numbers(talk, forum);
        }
        int page = number.matches("[1-9]\\d{0,3}") ? Math.min(Integer.parseInt(number), pages.size()) : 1;
        var line = talk.line("remarks", Naming.label(forum), page, pages.size(), pages.get(page - 1));
        if (pages.size() > 1) {
            var next = String.valueOf(page % pages.size() + 1);
            line = line.with(Choice.to(phrase("feedback.more"), name(), forum.id(), REMARKS, next));
        }
        return talk.end(
                line.with(Choice.to(phrase("feedback.back"), name(), forum.id()).as(Tone.AWAY), SayHowItWas.menu()));
    }

    /** As many on a page as are easy to read. */
    private static List<Phrase> pages(List<String> remarks) {
        var pages = new ArrayList<Phrase>();
        Phrase page = null;
        int letters = 0;
        for (String remark : remarks) {
            var line = phrase("feedback.remark", remark);
            if (page != null && letters + remark.length() > MOST_LETTERS) {
                pages.add(page);
                page = null;
                letters = 0;
            }
            page = page == null ? line : phrase("after.lines", page, line);
            letters += remark.length() + 5;
        }
        if (page != null) {
            pages.add(page);
        }
        return pages;
    }
}
