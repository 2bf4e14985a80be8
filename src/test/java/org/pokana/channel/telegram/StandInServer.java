package org.pokana.channel.telegram;

import java.util.List;

/** Our own stand-in, with Telegram's limits. */
final class StandInServer implements ScenarioServer {

    private final FakeTelegram fake = FakeTelegram.open();

    StandInServer() {
        fake.keepsTelegramsLimits();
    }

    @Override
    public String url() {
        return fake.url();
    }

    @Override
    public ScenarioPerson person(long id, String language) {
        return new Person(fake.person(id, language));
    }

    @Override
    public List<Call> calls() {
        return fake.calls().stream()
                .map(call -> new Call(call.method(), call.fields(), call.files().keySet(), call.at()))
                .toList();
    }

    @Override
    public void refusesNext(String method, long chat, int code, String description, int retryAfter) {
        var next = fake.next(method).to(chat);
        if (retryAfter > 0) {
            next.throttles(retryAfter);
        } else {
            next.refuses(code, description);
        }
    }

    @Override
    public boolean hasAnsweredAllTaps() {
        return fake.unansweredTaps().isEmpty();
    }

    @Override
    public void close() {
        fake.close();
    }

    private final class Person extends ScenarioPerson {

        private final FakePerson person;

        Person(FakePerson person) {
            this.person = person;
        }

        @Override
        long id() {
            return person.id();
        }

        @Override
        void says(String text) {
            person.says(text);
        }

        @Override
        void taps(String label) {
            person.taps(label);
        }

        @Override
        void tapsOld(String label) {
            person.tapsOld(label);
        }

        @Override
        List<Shown> screen() {
            return fake.messages(person.id()).stream()
                    .map(message ->
                            new Shown(message.id(), message.ours(), message.kind(), message.text(), message.labels()))
                    .toList();
        }
    }
}
