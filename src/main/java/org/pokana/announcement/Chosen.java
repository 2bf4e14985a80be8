package org.pokana.announcement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom an organizer has ticked so far, and which page of choices she looks at.
 *
 * @param of in one of each sort of these
 * @param except in none of these
 * @param excluding whether what is ticked next is left out
 */
record Chosen(List<Audience> of, List<Audience> except, Page page, boolean excluding) {

    static final Chosen NOBODY = new Chosen(List.of(), List.of(), Page.FIRST, false);

    static final String GO = "go";
    static final String INCLUDING = "mode:in";
    static final String EXCLUDING = "mode:ex";
    static final String IN = "in:";
    static final String OUT = "out:";
    static final String LEAVE_OUT = "ex:";
    static final String LEAVE_IN = "un:";

    /** {@code forums:2}; stored in talks. */
    record Page(String name, int number) {

        static final String MAIN = "main";
        static final String FORUMS = "forums";
        static final String GROUPS = "groups";
        static final String MUNICIPALITIES = "municipalities";
        static final String OTHERS = "others";

        static final Page FIRST = new Page(MAIN, 1);

        private static final String PICK = "page:";
        private static final List<String> NAMES = List.of(MAIN, FORUMS, GROUPS, MUNICIPALITIES, OTHERS);

        static Page of(String name) {
            return new Page(name, 1);
        }

        /** Also by its bare name, as earlier versions asked for it. */
        static Optional<Page> parse(String pick) {
            var parts = pick.replaceFirst("^" + PICK, "").split(":", 2);
            boolean numbered = parts.length == 2 && parts[1].matches("[1-9]\\d?");
            return NAMES.contains(parts[0]) && (parts.length == 1 || numbered)
                    ? Optional.of(new Page(parts[0], numbered ? Integer.parseInt(parts[1]) : 1))
                    : Optional.empty();
        }

        String pick() {
            return PICK + name + ":" + number;
        }
    }

    Audience audience() {
        return Audience.together(of);
    }

    Narrowing narrowing() {
        return new Narrowing(List.of(), except);
    }

    /** Empty when a pick makes no sense here. */
    Optional<Chosen> after(String pick) {
        return switch (pick) {
            case INCLUDING -> Optional.of(new Chosen(of, except, Page.FIRST, false));
            case EXCLUDING -> Optional.of(new Chosen(of, except, Page.FIRST, true));
            case GO -> Optional.of(this).filter(chosen -> !chosen.of.isEmpty());
            default ->
                Page.parse(pick)
                        .map(other -> new Chosen(of, except, other, excluding))
                        .or(() -> ticked(pick));
        };
    }

    /** Says how it shall be rather than to turn it around, so that a tap too many changes nothing. */
    private Optional<Chosen> ticked(String pick) {
        int colon = pick.indexOf(':') + 1;
        return Audience.parse(pick.substring(colon)).flatMap(one -> switch (pick.substring(0, colon)) {
            case IN -> Optional.of(new Chosen(including(one), without(except, one), page, excluding));
            case OUT -> Optional.of(new Chosen(without(of, one), except, page, excluding));
            case LEAVE_OUT -> Optional.of(new Chosen(of, with(except, one), page, excluding));
            case LEAVE_IN -> Optional.of(new Chosen(of, without(except, one), page, excluding));
            default -> Optional.empty();
        });
    }

    /** Everybody and somebody in particular do not go together. */
    private List<Audience> including(Audience one) {
        return one.equals(Audience.EVERYBODY) ? List.of(one) : with(without(of, Audience.EVERYBODY), one);
    }

    private static List<Audience> with(List<Audience> some, Audience one) {
        return some.contains(one)
                ? some
                : Stream.concat(some.stream(), Stream.of(one)).toList();
    }

    private static List<Audience> without(List<Audience> some, Audience one) {
        return some.stream().filter(each -> !each.equals(one)).toList();
    }
}
