package org.pokana.paper;

import java.util.Optional;
import org.pokana.forum.Arrivals;
import org.pokana.forum.Registration;
import org.pokana.messaging.Links;
import org.springframework.stereotype.Component;

/** What the QR code of a registration says: a link of which nobody can make up the end. */
@Component
public class Passes {

    /** The page that whoever reads the code with an ordinary camera comes to. */
    public static final String PAGE = "pass/";

    private static final String KIND = "pass";

    private final Seals seals;
    private final Arrivals arrivals;
    private final Links links;

    Passes(Seals seals, Arrivals arrivals, Links links) {
        this.seals = seals;
        this.arrivals = arrivals;
        this.links = links;
    }

    /** Of somebody who has a number, and so a seat. */
    public String link(Registration registration) {
        return links.page(PAGE + seals.token(KIND, registration.forum(), registration.number()));
    }

    /** Of whom it is, even if they gave their seat up since; empty unless we made it. */
    public Optional<Registration> find(String token) {
        return seals.open(KIND, token).flatMap(said -> arrivals.numbered(said.forum(), said.number()));
    }

    /** The end of a link as it was read from a code; empty if it is another kind of link. */
    public static Optional<String> token(String read) {
        int at = read.indexOf("/" + PAGE);
        return at < 0 ? Optional.empty() : Optional.of(read.substring(at + PAGE.length() + 1));
    }
}
