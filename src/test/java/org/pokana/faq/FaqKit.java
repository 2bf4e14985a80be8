package org.pokana.faq;

/** The packaged questions and answers, for pages that show them. */
public final class FaqKit {

    public static final KnowledgeBase KNOWLEDGE = FaqFlows.KNOWLEDGE;
    public static final Search SEARCH = FaqFlows.SEARCH;

    private FaqKit() {}
}
