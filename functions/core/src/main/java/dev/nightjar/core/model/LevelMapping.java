package dev.nightjar.core.model;

import dev.nightjar.core.rows.Levels;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * Answers the model's code for a block's code. The two are the same when the block was read with
 * the model's own levels; else the answers are kept, and more are added as the block's levels grow.
 * Not safe for use by multiple threads.
 */
final class LevelMapping {
    /** Codes start at {@link Levels#UNSEEN}. */
    static final int SHIFT = -Levels.UNSEEN;

    private final CategoryTransform transform;
    private @Nullable Levels source;
    private int[] codes = new int[0];
    private int version;

    LevelMapping(CategoryTransform transform) {
        this.transform = transform;
    }

    /**
     * One entry a code of the block, from {@link Levels#UNSEEN} on: the model's code with the
     * stand-in for missing put in, negative when the row has no feature.
     */
    int[] codes(Levels levels) {
        int known = source == levels ? codes.length - SHIFT : 0;
        int size = levels.size();
        if (source == levels && known == size) {
            return codes;
        }
        int[] extended = source == levels ? Arrays.copyOf(codes, size + SHIFT) : fresh(size);
        boolean same = levels == transform.levels();
        for (int code = known; code < size; code++) {
            extended[code + SHIFT] = same ? code : transform.levels().code(levels.text(code));
        }
        source = levels;
        codes = extended;
        version++;
        return extended;
    }

    /** Another number whenever the answers have changed; 0 before the first. */
    int version() {
        return version;
    }

    private int[] fresh(int size) {
        int[] fresh = new int[size + SHIFT];
        fresh[Levels.UNSEEN + SHIFT] = Levels.UNSEEN;
        fresh[Levels.MISSING + SHIFT] = transform.apply(Levels.MISSING);
        return fresh;
    }
}
