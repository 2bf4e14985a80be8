package org.pokana.messaging;

/**
 * What a channel can carry. Limits are data, so one place can cut every message to fit.
 *
 * @param longestText in UTF-16 units
 * @param longestCaption of the words under a picture or a file, in code points
 * @param mostButtons on one message; zero where there are none
 * @param documents whether files and pictures travel
 * @param places whether a place on the map travels
 */
public record Abilities(int longestText, int longestCaption, int mostButtons, boolean documents, boolean places) {}
