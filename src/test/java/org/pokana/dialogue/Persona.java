package org.pokana.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A kind of person who comes to the service.
 *
 * @param arrives somebody new of this kind, who has already done what makes them so
 */
record Persona(String name, String language, Supplier<Visitor> arrives) {

    /** Empty when the way is closed by now, because somebody else has called off what it led through. */
    Optional<Visitor> after(List<Step> way) {
        var visitor = arrives.get();
        for (Step step : way) {
            if (!visitor.can(step)) {
                return Optional.empty();
            }
            visitor.does(step);
        }
        return Optional.of(visitor);
    }

    @Override
    public String toString() {
        return name + " (" + language + ")";
    }
}
