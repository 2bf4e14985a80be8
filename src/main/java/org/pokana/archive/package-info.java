/**
 * What was said, to be searched: in all talks at once or in one, by words in whatever form and letters; and the list of
 * those with whom it was.
 *
 * <p>The store cannot search in texts, so an index beside it can ({@code Index}): it is made from the store, knows words
 * and ids only, and whatever is found is read from the store again; so nothing is shown that was erased, and the index
 * may be lost at any time. Each instance keeps its own, and follows the store by the time at which things were said.
 */
@ApplicationModule(allowedDependencies = {"kernel", "store", "contact", "messaging", "conversation"})
@NullMarked
package org.pokana.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
