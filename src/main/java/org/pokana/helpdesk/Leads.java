package org.pokana.helpdesk;

import java.util.List;
import java.util.Optional;
import org.pokana.faq.FaqEntry;

/** What the knowledge base has to say to a question that it cannot answer. */
interface Leads {

    /** The entries that come nearest, the likeliest first. */
    List<FaqEntry> nearest(String question);

    Optional<FaqEntry> entry(String id);

    /** Whether two people ask the same, be it in other words or letters. */
    boolean areAlike(String one, String other);

    /** In the order people see them. */
    List<String> topics();
}
