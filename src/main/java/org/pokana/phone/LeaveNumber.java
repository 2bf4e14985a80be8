package org.pokana.phone;

import static org.pokana.conversation.Questions.yesNo;
import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import java.util.regex.Pattern;
import org.pokana.contact.Contact;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Listener;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Somebody leaves a number, changes it or takes it back; one that is sent without being asked for is offered to be kept. */
@Component
@Order(1) // a day of a forum comes first
class LeaveNumber implements Listener {

    private static final String CHANGE = "change";
    private static final String REMOVE = "remove";

    /** Begins as numbers do and is longer than a day and an hour. */
    private static final Pattern OUT_OF_THE_BLUE = Pattern.compile("\\s*\\(?(\\+|0)(\\D*\\d){9,}\\D*");

    private final PhoneNumbers numbers;
    private final PhoneConsent consent;
    private final PhoneSettings settings;

    LeaveNumber(PhoneNumbers numbers, PhoneConsent consent, PhoneSettings settings) {
        this.numbers = numbers;
        this.consent = consent;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "phone";
    }

    @Override
    public boolean everywhere() {
        return true;
    }

    @Override
    public boolean understands(Contact person, String text) {
        return PhoneNumber.bare(text).isPresent()
                && OUT_OF_THE_BLUE.matcher(text).matches();
    }

    /** Digits in a form are rather a failed answer to it. */
    @Override
    public boolean isSure(Contact person, String text) {
        return false;
    }

    @Override
    public Ending hold(Talk talk) {
        var whose = talk.with().value();
        var known = numbers.of(whose);
        if (talk.opening().equals(REMOVE)) {
            numbers.remove(whose);
            return talk.end(talk.line("removed", settings.retentionDays())
                    .with(Choice.to(name()), Choice.to("mydata"), menu()));
        }
        var sent = PhoneNumber.bare(talk.opening());
        if (sent.isPresent()) {
            return sent.equals(known)
                            || talk.ask(yesNo(name(), "offer", sent.get().shown(), consent.text()))
                    ? keep(talk, sent.get())
                    : talk.end(talk.line("not-kept").with(menu()));
        }
        if (known.isPresent() && !talk.opening().equals(CHANGE)) {
            return talk.end(
                    talk.line("known", known.get().shown(), consent.text()).with(ways()));
        }
        return keep(
                talk,
                talk.ask(new WhatNumber(List.of(consent.text(), talk.address().channel()))));
    }

    private Ending keep(Talk talk, PhoneNumber number) {
        consent.keep(talk);
        numbers.keep(talk.with().value(), number);
        return talk.end(talk.line("kept", number.shown()).with(ways()));
    }

    private List<Choice> ways() {
        return List.of(
                Choice.to(phrase("phone.change"), name(), CHANGE),
                Choice.to(phrase("phone.remove"), name(), REMOVE).as(Tone.DANGER),
                menu());
    }

    private static Choice menu() {
        return Choice.to("menu").as(Tone.AWAY);
    }
}
