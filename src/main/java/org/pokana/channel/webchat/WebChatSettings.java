package org.pokana.channel.webchat;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the web chat takes in one minute before it asks people to wait.
 *
 * @param perSession messages of one browser
 * @param perAddress messages from one network address, which a whole office may share
 * @param newSessions browsers met for the first time from one network address
 */
@ConfigurationProperties("pokana.webchat")
record WebChatSettings(
        @DefaultValue("20") int perSession,
        @DefaultValue("60") int perAddress,
        @DefaultValue("10") int newSessions) {}
