package org.pokana.archive;

/** What tests of other modules do with the list of people. */
public final class ArchiveKit {

    private ArchiveKit() {}

    /** As after a start of the service. */
    public static void spells(Directory directory) {
        directory.spell(Integer.MAX_VALUE);
    }
}
