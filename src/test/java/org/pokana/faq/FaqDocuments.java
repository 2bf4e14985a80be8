package org.pokana.faq;

import org.pokana.faq.KeptEntry.Earlier;
import org.pokana.faq.KeptEntry.Edition;
import org.pokana.faq.Opinions.Opinion;

/** What the knowledge base keeps. */
final class FaqDocuments {

    static final Class<?>[] ALL = {KeptEntry.class, Earlier.class, Edition.class, Draft.class, Opinion.class};

    private FaqDocuments() {}
}
