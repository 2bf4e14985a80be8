package org.pokana.announcement;

import java.util.List;
import org.pokana.kernel.Attachment.Item;

/** An announcement in one of its languages, as it arrives: what is read, what can be pressed, and what comes along. */
public record Seen(String language, String text, List<String> buttons, List<Item> media) {}
