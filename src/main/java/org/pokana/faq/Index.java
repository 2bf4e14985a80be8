package org.pokana.faq;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pokana.faq.KnowledgeBase.Edition;

/**
 * What questions are compared with. When entries change, it is made anew beside the one in use, so that nobody waits
 * for an editor; what is gone or says something else is so at once, as entries are looked up when they are shown.
 */
final class Index {

    private final KnowledgeBase knowledge;
    private final Lexicon lexicon;
    private Making making;
    private @Nullable Map<String, Phrasings> ready;

    /** Returns at once: what was read is made ready meanwhile, and only a question has to wait for it. */
    Index(KnowledgeBase knowledge, Lexicon lexicon) {
        this.knowledge = knowledge;
        this.lexicon = lexicon;
        this.making = making(knowledge.edition());
    }

    private record Making(Edition edition, CompletableFuture<Map<String, Phrasings>> done) {}

    private Making making(Edition edition) {
        var entries = List.copyOf(edition.byId().values());
        return new Making(edition, CompletableFuture.supplyAsync(() -> FaqFile.LANGUAGES.parallelStream()
                .collect(
                        Collectors.toMap(language -> language, language -> Phrasings.of(language, entries, lexicon)))));
    }

    /** The newest that does not have to be waited for, unless there is none at all. */
    Map<String, Phrasings> ready() {
        var found = upToDate();
        return found == null ? newest() : found;
    }

    Map<String, Phrasings> newest() {
        while (true) {
            var current = current();
            var done = current.done().join();
            if (current.edition() == knowledge.edition()) {
                return done;
            }
        }
    }

    private synchronized Making current() {
        upToDate();
        return making;
    }

    /** One is made at a time: what changes meanwhile waits until that is done. */
    private synchronized @Nullable Map<String, Phrasings> upToDate() {
        if (making.done().isDone()) {
            ready = making.done().join();
            if (making.edition() != knowledge.edition()) {
                making = making(knowledge.edition());
            }
        }
        return ready;
    }
}
