package org.pokana.faq;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Makes what is in the store what people get. Here a change counts at once; another instance sees it at its next look,
 * within two seconds, by reading one number. What a crash kept from being announced is found within a minute.
 */
@Component
public class Rereading {

    private final Entries entries;
    private final KnowledgeBase knowledge;
    private final Map<String, KeptEntry> read = new HashMap<>();
    private long edition;
    private boolean inOneGo;

    Rereading(Entries entries, Seeding seeding) {
        this.entries = entries;
        this.knowledge = new KnowledgeBase(List.of());
        seeding.sow();
        reread();
    }

    KnowledgeBase knowledge() {
        return knowledge;
    }

    /** Cheap; reads the entries only if one has changed since. */
    public synchronized void look() {
        if (!inOneGo && entries.edition() != edition) {
            reread();
        }
    }

    /** Compares entry by entry, whatever was announced. */
    public synchronized void lookClosely() {
        reread();
    }

    /** Reads only after all of many changes. */
    synchronized void inOneGo(Runnable changes) {
        inOneGo = true;
        try {
            changes.run();
        } finally {
            inOneGo = false;
            reread();
        }
    }

    private void reread() {
        edition = entries.edition(); // first: what changes meanwhile is read again
        var versions = entries.versions();
        var changed = versions.entrySet().stream()
                .filter(each -> !read.containsKey(each.getKey())
                        || read.get(each.getKey()).version() != each.getValue())
                .map(Map.Entry::getKey)
                .toList();
        boolean fewer = read.keySet().retainAll(versions.keySet());
        if (changed.isEmpty() && !fewer) {
            return;
        }
        entries.some(changed).forEach(kept -> read.put(kept.id(), kept));
        knowledge.becomes(read.values().stream()
                .filter(KeptEntry::isShown)
                .sorted(KeptEntry.IN_ORDER)
                .map(KeptEntry::entry)
                .toList());
    }
}
