package org.pokana.announcement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an announcement is taken back from everybody who has it, and how far that got.
 *
 * @param by the contact who wanted it, unless forgotten since
 * @param reportTo the address the outcome is told to
 * @param tooOld how many people have it for too long already
 * @param put whether everything that is to be done is in the outbox
 * @param told whether the outcome was told
 */
record Withdrawal(Instant at, @Nullable String by, @Nullable String reportTo, int tooOld, boolean put, boolean told) {}
