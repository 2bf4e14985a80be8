package org.pokana.forum;

import java.time.Instant;

/**
 * A seat kept for somebody in line until they answer.
 *
 * @param until from this moment on it is somebody else's turn
 * @param lapses how many such offers they have let pass, this one not counted while it is open
 */
public record Offer(Instant made, Instant until, int lapses) {}
