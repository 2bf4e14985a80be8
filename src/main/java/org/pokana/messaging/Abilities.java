package org.pokana.messaging;

/**
 * What a channel can carry. Limits are data, so one place can cut every message to fit.
 *
 * @param longestText in UTF-16 units
 * @param mostButtons on one message; zero where there are none
 * @param documents whether files travel
 * @param places whether a place on the map travels
 */
public record Abilities(int longestText, int mostButtons, boolean documents, boolean places) {}
