package org.pokana.store;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An index that can be read by the first of its fields. */
interface Lookup {

    List<String> fields();

    /** The documents whose first fields have these values and whose next field is within the bounds, if the index can tell. */
    Iterator<Object> positions(List<Object> first, @Nullable Object from, @Nullable Object to);
}
