package org.pokana.channel.telegram;

/** A file as it came along with a call: what its sender calls it, and says that it is. */
public record FakeUpload(String name, String type, byte[] bytes) {}
