package org.pokana.faq;

import java.util.List;
import java.util.Optional;
import org.pokana.messaging.ContentFile;

/** The entries as they come with the files; the store takes them from here. */
record Seed(List<FaqEntry> entries) {

    static Seed read(ContentFile file) {
        return new Seed(new FaqFile(file, KnowledgeBase.TOPICS).read());
    }

    Optional<FaqEntry> entry(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }
}
