package dev.nightjar.core.store;

final class MemoryStoreTest extends KeyRulesContract {
    @Override
    protected ObjectStore emptyStore() {
        return new MemoryStore();
    }
}
