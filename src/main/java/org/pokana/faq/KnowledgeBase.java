package org.pokana.faq;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.messaging.BadContent;
import org.pokana.messaging.ContentFile;

/** All entries, in the order of the file. */
public final class KnowledgeBase {

    /** In the order people see them; their names are in {@code messages/faq_*.properties}. */
    static final List<String> TOPICS = List.of(
            "forums",
            "registration",
            "integration-measures",
            "law-and-status",
            "education-and-language",
            "employment",
            "health-and-social",
            "housing",
            "municipality-and-region",
            "funding-and-projects",
            "intercultural-competence",
            "working-with-migrants",
            "the-bot-and-privacy");

    private final Map<String, FaqEntry> byId = new LinkedHashMap<>();

    KnowledgeBase(List<FaqEntry> entries) {
        entries.forEach(entry -> byId.put(entry.id(), entry));
    }

    /**
     * @param folder whose {@code faq.yaml}, if there is one, is read instead of the packaged
     * @throws BadContent when the file has a mistake
     */
    static KnowledgeBase read(@Nullable Path folder) {
        return new KnowledgeBase(new FaqFile(ContentFile.find("faq.yaml", folder), TOPICS).read());
    }

    public Optional<FaqEntry> entry(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<FaqEntry> entries() {
        return List.copyOf(byId.values());
    }

    /** The topics there are questions about. */
    public List<String> topics() {
        return TOPICS.stream().filter(topic -> !about(topic).isEmpty()).toList();
    }

    public List<FaqEntry> about(String topic) {
        return byId.values().stream()
                .filter(entry -> entry.topic().equals(topic))
                .toList();
    }
}
