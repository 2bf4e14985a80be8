/** What everybody can ask of the bot at any time; each is a flow like any other. */
@NullMarked
package org.pokana.conversation.commands;

import org.jspecify.annotations.NullMarked;
