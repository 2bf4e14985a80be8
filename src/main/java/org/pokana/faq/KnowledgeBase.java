package org.pokana.faq;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pokana.messaging.BadContent;
import org.pokana.messaging.ContentFile;

/** All entries that people get, as they are now, in the order of the file; what was added since comes last. */
public final class KnowledgeBase {

    /** In the order people see them; their names are in {@code messages/faq_*.properties}. */
    public static final List<String> TOPICS = List.of(
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

    private volatile Edition edition;

    KnowledgeBase(List<FaqEntry> entries) {
        edition = Edition.of(entries);
    }

    /** Everything at one moment: whoever compares two questions compares them with the same. */
    record Edition(Map<String, FaqEntry> byId, Map<String, List<FaqEntry>> byTopic) {

        static Edition of(List<FaqEntry> entries) {
            var byId = new LinkedHashMap<String, FaqEntry>();
            entries.forEach(entry -> byId.put(entry.id(), entry));
            return new Edition(byId, byId.values().stream().collect(Collectors.groupingBy(FaqEntry::topic)));
        }
    }

    /**
     * @param folder whose {@code faq.yaml}, if there is one, is read instead of the packaged
     * @throws BadContent when the file has a mistake
     */
    static KnowledgeBase read(@Nullable Path folder) {
        return new KnowledgeBase(new FaqFile(ContentFile.find("faq.yaml", folder), TOPICS).read());
    }

    void becomes(List<FaqEntry> entries) {
        edition = Edition.of(entries);
    }

    Edition edition() {
        return edition;
    }

    public Optional<FaqEntry> entry(String id) {
        return Optional.ofNullable(edition.byId().get(id));
    }

    public List<FaqEntry> entries() {
        return List.copyOf(edition.byId().values());
    }

    /** The topics there are questions about. */
    public List<String> topics() {
        return TOPICS.stream().filter(edition.byTopic()::containsKey).toList();
    }

    public List<FaqEntry> about(String topic) {
        return edition.byTopic().getOrDefault(topic, List.of());
    }
}
