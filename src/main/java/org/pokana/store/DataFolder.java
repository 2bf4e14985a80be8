package org.pokana.store;

import java.nio.file.Path;

/** The folder in which the service keeps files of its own. */
public record DataFolder(Path path) {}
