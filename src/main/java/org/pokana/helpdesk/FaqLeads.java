package org.pokana.helpdesk;

import java.util.List;
import java.util.Optional;
import org.pokana.faq.FaqEntry;
import org.pokana.faq.KnowledgeBase;
import org.pokana.faq.Match;
import org.pokana.faq.SameQuestion;
import org.pokana.faq.Search;
import org.springframework.stereotype.Component;

/** The knowledge base itself. */
@Component
class FaqLeads implements Leads {

    private static final int MOST = 2;

    private final KnowledgeBase knowledge;
    private final Search search;
    private final SameQuestion same;

    FaqLeads(KnowledgeBase knowledge, Search search, SameQuestion same) {
        this.knowledge = knowledge;
        this.search = search;
        this.same = same;
    }

    @Override
    public List<FaqEntry> nearest(String question) {
        return search.matches(question).stream().limit(MOST).map(Match::entry).toList();
    }

    @Override
    public Optional<FaqEntry> entry(String id) {
        return knowledge.entry(id);
    }

    @Override
    public boolean areAlike(String one, String other) {
        return same.areAlike(one, other);
    }

    @Override
    public List<String> topics() {
        return knowledge.topics();
    }
}
