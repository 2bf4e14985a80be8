package org.pokana.answers;

import static org.pokana.kernel.Phrase.phrase;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Question;
import org.pokana.conversation.Questions;
import org.pokana.conversation.Talk;
import org.pokana.faq.Exchange;
import org.pokana.faq.Exchange.Plan;
import org.pokana.faq.FaqEntry;
import org.pokana.kernel.Attachment;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.pokana.messaging.BadContent;
import org.pokana.messaging.KeptFiles;
import org.springframework.stereotype.Component;

/** All answers as a file, and such a file back again: {@code /answers_file}, {@code /answers_file download}. */
@Component
class ExchangeAnswers implements ForTheTeam {

    private static final String DOWNLOAD = "download";
    private static final int FITS = 200;

    private final Exchange exchange;
    private final KeptFiles files;

    ExchangeAnswers(Exchange exchange, KeptFiles files) {
        this.exchange = exchange;
        this.files = files;
    }

    @Override
    public String name() {
        return "answers_file";
    }

    @Override
    public Ending hold(Talk talk) {
        if (talk.opening().equals(DOWNLOAD)) {
            var yaml = exchange.export().getBytes(StandardCharsets.UTF_8);
            var file = new Attachment.File("answers.yaml", "application/yaml", yaml);
            talk.say(talk.line("here").carrying(file).thatLasts());
            return talk.end(talk.line("what-next").with(ForTheTeam.all(), ForTheTeam.menu()));
        }
        var download = Choice.to(phrase("answers_file.download"), name(), DOWNLOAD);
        var item = talk.ask(new OneFile("file", List.of(download)));
        var bytes = files.find(item.file()).flatMap(files::bytes);
        if (bytes.isEmpty()) {
            return talk.end(Line.of(phrase("answers.gone")).with(ForTheTeam.all(), ForTheTeam.menu()));
        }
        Plan plan;
        try {
            plan = exchange.plan(Short.of(item.name(), 40), bytes.get());
        } catch (BadContent unusable) {
            return end(talk, talk.line("bad", Short.of(String.valueOf(unusable.getMessage()), FITS)));
        }
        return take(talk, plan);
    }

    private Ending take(Talk talk, Plan plan) {
        if (plan.changesNothing()) {
            return end(talk, talk.line("same", plan.unchanged()));
        }
        if (talk.ask(sure(plan)).equals("no")) {
            return end(talk, talk.line("kept"));
        }
        var taken = exchange.take(plan, talk.with());
        return end(
                talk,
                talk.line(
                        "done",
                        taken.added(),
                        taken.changed(),
                        taken.overtaken().size()));
    }

    /** About this plan alone: if an answer changed since it was shown, what would happen now is shown again. */
    private static Question<String> sure(Plan plan) {
        var versions = plan.changed().stream()
                .map(each -> each.after().id() + each.seen())
                .toList();
        int which =
                Objects.hash(versions, plan.added().stream().map(FaqEntry::id).toList());
        var choices = List.of(
                new Choice("no", phrase("answers_file.sure.no")),
                new Choice("yes", phrase("answers_file.sure.yes"), Tone.DANGER));
        return Questions.choice(
                "sure#" + Integer.toHexString(which),
                choices,
                plan.added().size(),
                plan.changed().size(),
                what(plan));
    }

    private static String what(Plan plan) {
        var ids = Stream.concat(
                plan.changed().stream().map(each -> each.after().id() + " (" + String.join(", ", each.fields()) + ")"),
                plan.added().stream().map(entry -> "+ " + entry.id()));
        return Short.of(ids.collect(Collectors.joining("\n")), FITS);
    }

    private static Ending end(Talk talk, Line line) {
        return talk.end(line.with(ForTheTeam.all(), ForTheTeam.menu()));
    }
}
