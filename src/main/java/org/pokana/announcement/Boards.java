package org.pokana.announcement;

import java.util.List;
import java.util.Locale;
import org.pokana.kernel.Address;

/** Where many read: announcements to everybody are posted there, too. */
public interface Boards {

    List<Board> all();

    record Board(Address at, Locale language) {}
}
