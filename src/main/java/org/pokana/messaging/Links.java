package org.pokana.messaging;

import java.util.List;
import org.pokana.kernel.Address;

/** The addresses that open a talk with us, for people to pass on: on the page always, elsewhere where we are. */
public class Links {

    private final List<Entrance> entrances;
    private final String publicUrl;

    public Links(List<Entrance> entrances, String publicUrl) {
        this.entrances = entrances;
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
    }

    public String onPage(String start) {
        return publicUrl + "/?start=" + start;
    }

    /** Of another page of ours, such as {@code certificate/…}. */
    public String page(String path) {
        return publicUrl + "/" + path;
    }

    /** A link on a channel, with the channel's name. */
    public record Elsewhere(String channel, String link) {}

    public List<Elsewhere> elsewhere(String start) {
        return entrances.stream()
                .flatMap(entrance -> entrance.link(start).stream().map(link -> new Elsewhere(entrance.channel(), link)))
                .toList();
    }

    /** The one that opens where somebody is talking, else the page. */
    public String near(Address address, String start) {
        return entrances.stream()
                .filter(entrance -> entrance.channel().equals(address.channel()))
                .findFirst()
                .flatMap(entrance -> entrance.link(start))
                .orElseGet(() -> onPage(start));
    }
}
