package org.pokana.contact;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pokana.settings.Chosen;
import org.pokana.settings.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Who answers for people's data, as the owner says at the desk, else the operator; people are told in {@code /privacy}. */
@Component
public class Responsible {

    private final Supplier<Chosen> chosen;
    private final @Nullable String organisation;
    private final @Nullable String contact;

    @Autowired
    Responsible(ResponsibleSettings installed, Settings settings) {
        this(installed.organisation(), installed.contact(), settings);
    }

    /** For good: somebody whom nobody can change. */
    public Responsible(@Nullable String organisation, @Nullable String contact) {
        this(organisation, contact, () -> Chosen.NOTHING);
    }

    private Responsible(@Nullable String organisation, @Nullable String contact, Supplier<Chosen> chosen) {
        this.organisation = organisation;
        this.contact = contact;
        this.chosen = chosen;
    }

    public Optional<String> name() {
        return given(chosen.get().organisation()).or(() -> given(organisation));
    }

    public Optional<String> reach() {
        return given(chosen.get().contact()).or(() -> given(contact));
    }

    /** Where letters reach them. */
    public Optional<String> address() {
        return given(chosen.get().address());
    }

    /** As the operator has it. */
    public Responsible installed() {
        return new Responsible(organisation, contact);
    }

    private static Optional<String> given(@Nullable String setting) {
        return Optional.ofNullable(setting).map(String::strip).filter(text -> !text.isEmpty());
    }
}
