package org.pokana.privacy;

import static org.pokana.kernel.Phrase.phrase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pokana.contact.Contact.Reach;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Attachment;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** Shows people what is kept about them, and hands all of it over as a file. */
@Component
class MyData implements Flow {

    private static final String DOWNLOAD = "download";

    private final Memories memories;
    private final PrivacySettings settings;

    MyData(Memories memories, PrivacySettings settings) {
        this.memories = memories;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "mydata";
    }

    @Override
    public boolean everywhere() {
        return true;
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var all = memories.of(
                talk.with(),
                talk.contact().reaches().stream().map(Reach::address).toList());
        return talk.opening().equals(DOWNLOAD) ? handOver(talk, all) : list(talk, all);
    }

    private Ending handOver(Talk talk, Map<String, List<?>> all) {
        var file = new Attachment.File("pokana-my-data.json", "application/json", memories.asFile(all));
        talk.say(talk.line("file").carrying(file).thatLasts());
        return talk.end(talk.line("what-next").with(Choice.to("forget").as(Tone.DANGER), home()));
    }

    private Ending list(Talk talk, Map<String, List<?>> all) {
        var counts = new LinkedHashMap<String, Integer>();
        all.forEach((name, values) -> counts.put(name, values.size()));
        return talk.end(talk.line("list", counted(counts), settings.retentionDays())
                .with(
                        Choice.to(phrase("mydata.download"), name(), DOWNLOAD),
                        Choice.to("forget").as(Tone.DANGER),
                        Choice.to("phone"),
                        Choice.to("privacy"),
                        home()));
    }

    /** One phrase out of one for each kind of thing. */
    private static Phrase counted(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .filter(kind -> kind.getValue() > 0)
                .map(kind -> phrase(Memories.phraseOf(kind.getKey()), kind.getValue()))
                .reduce((before, next) -> phrase("mydata.and", before, next))
                .orElse(phrase("mydata.nothing"));
    }

    private static Choice home() {
        return Choice.to("menu").as(Tone.AWAY);
    }
}
