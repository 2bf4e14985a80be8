package org.pokana.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What is known of how fast a channel lets us send; survives restarts and is shared by all instances.
 *
 * @param perSecond of reminders and announcements; nothing until it changed
 * @param pausedUntil none of them before then
 * @param since when the pace last changed
 * @param silentUntil nothing at all before then
 * @param lullUntil the end of the last pause that was so long that people were to be told
 */
@Document("paces")
record Tempo(
        @Id String channel,
        @Nullable Double perSecond,
        @Nullable Instant pausedUntil,
        @Nullable Instant since,
        @Nullable Instant silentUntil,
        @Nullable Instant lullUntil) {}
