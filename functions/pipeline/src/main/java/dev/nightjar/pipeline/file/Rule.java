package dev.nightjar.pipeline.file;

/** Something that a schema cannot say. Looks only at values that nobody objected to so far. */
interface Rule {
    void check(Document document, Facts facts, Problems problems);
}
