package dev.nightjar.core.store;

final class MemoryStoreTest extends FolderRulesContract {
    @Override
    protected ObjectStore emptyStore() {
        return new MemoryStore();
    }
}
