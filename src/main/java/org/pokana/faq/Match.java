package org.pokana.faq;

import java.util.Locale;

/** An entry proposed for a question; the language is the one the question was understood in. */
public record Match(FaqEntry entry, Locale language, double score) {}
