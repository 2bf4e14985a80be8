package org.pokana.store;

/** In memory, or on a real MongoDB if {@code POKANA_TEST_MONGODB_URI} names one. */
class InMemoryStoreTests extends StoreContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
