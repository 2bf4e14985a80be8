package org.pokana.helpdesk;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pokana.conversation.Spelling;
import org.pokana.faq.FaqEntry;
import org.pokana.faq.FaqEntry.Source;
import org.pokana.kernel.Localized;

/** A knowledge base of two entries on schools, which are near to whatever speaks of one. */
final class FewLeads implements Leads {

    private static final List<FaqEntry> ENTRIES = List.of(
            entry("school-enrolment", "Как се записва дете в училище?", "Записване в училище", "С молба до директора."),
            entry("school-documents", "Какви документи трябват?", "Документи за училище", "Лична карта на родителя."));

    private static FaqEntry entry(String id, String question, String label, String answer) {
        return new FaqEntry(
                id,
                "education-and-language",
                Localized.of(question, question),
                Localized.of(label, label),
                Map.of(),
                Localized.of(answer, answer),
                List.of(new Source(Localized.of("РУО", "RUO"), null)),
                YearMonth.of(2027, 1),
                List.of());
    }

    @Override
    public List<FaqEntry> nearest(String question) {
        return Spelling.fold(question).contains(Spelling.fold("училищ")) ? ENTRIES : List.of();
    }

    @Override
    public Optional<FaqEntry> entry(String id) {
        return ENTRIES.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    @Override
    public boolean areAlike(String one, String other) {
        return Spelling.fold(one).equals(Spelling.fold(other));
    }

    @Override
    public List<String> topics() {
        return List.of("education-and-language", "housing");
    }
}
