package org.pokana.store;

import java.time.Instant;

/**
 * The right to do something alone until a time.
 *
 * @param fence grows with each taking, so that the work of a former holder who woke up late can be told and refused
 */
public record Lease(String name, String owner, Instant until, long fence) {}
