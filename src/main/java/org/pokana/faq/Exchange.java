package org.pokana.faq;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.faq.Version.Change;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.BadContent;
import org.pokana.messaging.ContentFile;
import org.springframework.stereotype.Component;

/**
 * Takes all entries out as a file and in again. What a file would change is shown first; nothing in it can be run, and
 * one that would grow, is too deep or too large is refused unread.
 */
@Component
public class Exchange {

    /** Several times what all entries take today. */
    static final int LARGEST = 4 * 1024 * 1024;

    private final Editing editing;
    private final Rereading rereading;

    Exchange(Editing editing, Rereading rereading) {
        this.editing = editing;
        this.rereading = rereading;
    }

    /** What a file would do; nothing is changed yet. Entries that the file does not have stay as they are. */
    public record Plan(List<FaqEntry> added, List<Changing> changed, int unchanged) {

        public boolean changesNothing() {
            return added.isEmpty() && changed.isEmpty();
        }
    }

    /**
     * An entry that would say something else.
     *
     * @param seen the version it would be changed from
     * @param fields what differs, as it is called in the file
     */
    public record Changing(FaqEntry before, FaqEntry after, long seen, List<String> fields) {}

    /**
     * What became of a plan.
     *
     * @param overtaken the ids of those that somebody else changed meanwhile; they stay as they are
     */
    public record Taken(int added, int changed, List<String> overtaken) {}

    /** All that people get, in YAML. */
    public String export() {
        return FaqText.of(editing.all().stream()
                .filter(version -> !version.retired())
                .map(Version::entry)
                .toList());
    }

    /**
     * Reads a file of entries and compares it with what there is.
     *
     * @throws BadContent in one sentence with the line, when the file cannot be used
     */
    public Plan plan(String name, byte[] yaml) {
        var entries = new FaqFile(ContentFile.of(name, yaml, LARGEST), KnowledgeBase.TOPICS, false).read();
        var added = new ArrayList<FaqEntry>();
        var changed = new ArrayList<Changing>();
        int unchanged = 0;
        var known = known();
        for (var entry : entries) {
            var now = known.get(entry.id());
            if (now == null) {
                added.add(entry);
            } else if (now.retired() || !FaqText.mark(now.entry()).equals(FaqText.mark(entry))) {
                changed.add(new Changing(now.entry(), entry, now.number(), differing(now.entry(), entry)));
            } else {
                unchanged++;
            }
        }
        return new Plan(added, changed, unchanged);
    }

    private Map<String, Version> known() {
        var known = new LinkedHashMap<String, Version>();
        editing.all().forEach(version -> known.put(version.entry().id(), version));
        return known;
    }

    private static List<String> differing(FaqEntry one, FaqEntry other) {
        return Stream.of(
                        named("topic", one.topic(), other.topic()),
                        named("question", one.question(), other.question()),
                        named("label", one.label(), other.label()),
                        named("examples", one.phrasings(), other.phrasings()),
                        named("answer", one.answer(), other.answer()),
                        named("source", one.sources(), other.sources()),
                        named("checked", one.checkedIn(), other.checkedIn()),
                        named("note", one.note(), other.note()),
                        named("related", one.related(), other.related()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> named(String field, @Nullable Object one, @Nullable Object other) {
        return Objects.equals(one, other) ? List.of() : List.of(field);
    }

    /** Does what was shown; an entry that changed since stays as somebody else made it. */
    public Taken take(Plan plan, ContactId who) {
        var added = new ArrayList<String>();
        var changed = new ArrayList<String>();
        var overtaken = new ArrayList<String>();
        rereading.inOneGo(() -> {
            for (var entry : plan.added()) {
                var taken = editing.add(entry, Change.IMPORTED, who, null);
                (taken instanceof Edited.Done ? added : overtaken).add(entry.id());
            }
            for (var each : plan.changed()) {
                var taken = editing.edit(each.after(), each.seen(), Change.IMPORTED, who, null);
                (taken instanceof Edited.Done ? changed : overtaken)
                        .add(each.after().id());
            }
        });
        return new Taken(added.size(), changed.size(), overtaken);
    }
}
