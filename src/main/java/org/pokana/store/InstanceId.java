package org.pokana.store;

/** Who this process is among the instances that share a store; another one after each start. */
public record InstanceId(String value) {}
