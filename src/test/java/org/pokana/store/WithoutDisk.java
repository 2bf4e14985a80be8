package org.pokana.store;

import org.springframework.context.support.GenericApplicationContext;

/** Lets the whole service keep everything in memory, for tests that are about what it says. */
public final class WithoutDisk {

    /** So must the service be started that is given such a store. */
    public static final String SETTING = "--spring.main.allow-bean-definition-overriding=true";

    private WithoutDisk() {}

    public static void keeps(GenericApplicationContext service) {
        service.registerBean("store", Store.class, () -> new TestStore.InMemory());
    }
}
