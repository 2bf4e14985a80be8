package org.pokana.kernel;

/** The one source of new ids: unguessable, of letters and digits only. */
@FunctionalInterface
public interface Ids {

    String next();
}
