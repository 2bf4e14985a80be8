package org.pokana.contact;

/** What a person may do for the organizing side; stored by name. */
public enum Role {
    OWNER,
    ORGANIZER,
    DOOR,
    VIEWER
}
