package org.pokana.messaging;

import java.time.Duration;
import org.pokana.kernel.Address;

/**
 * A chat service people can be reached on. To add one, write a package under {@code channel} and make its test extend
 * {@code ChannelContract}.
 */
public interface Channel {

    /** The first half of every {@link Address} on this channel. */
    String name();

    Abilities abilities();

    /** How closely messages to this chat may follow each other. */
    default Spacing spacing(Address to) {
        return Spacing.NONE;
    }

    /**
     * Sends content that {@linkplain Fit already fits}. Never throws for what the service answers.
     *
     * @param lane replies and bulk travel by separate connections where the channel has them
     */
    Delivery send(Address to, Content content, Lane lane);

    /** For channels whose sent messages can change. */
    interface Editable extends Channel {

        /**
         * Replaces a message sent before. {@link Delivery.Refused} when it is gone or too old to change; the courier
         * then sends the content as a new message.
         */
        Delivery edit(Address to, String receipt, Content content, Lane lane);
    }

    /** For channels whose sent messages can be taken back. */
    interface Deletable extends Channel {

        /** How long after it was sent a message can still be taken back. */
        Duration deletableFor();

        /** Takes it out of the person's chat; delivered also when it is no longer there. */
        Delivery delete(Address to, String receipt, Lane lane);
    }

    /** For channels that keep what people send until we ask for it. */
    interface Fetching extends Channel {

        /** Never throws for what the service answers. */
        Fetched fetch(Showing showing, long mostBytes);
    }

    /** For channels whose service can be asked whether it is there, so that no message is risked to find out. */
    interface Answering extends Channel {

        boolean answers();
    }

    /** For channels that can show that an answer is being written. */
    interface Typing extends Channel {

        /** Returns at once; whether it is shown matters to nobody. */
        void showTyping(Address to);
    }

    /** For channels that can tell that a message is the same as before, so that sending it again does no harm. */
    interface Once extends Channel {

        /** @param key the same for the same message; one that was sent before is delivered without a second copy */
        Delivery sendOnce(String key, Address to, Content content, Lane lane);
    }
}
