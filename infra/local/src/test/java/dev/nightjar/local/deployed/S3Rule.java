package dev.nightjar.local.deployed;

import org.jspecify.annotations.Nullable;

/** What a test wants to be done with calls to S3. Safe for use by multiple threads. */
interface S3Rule {
    /**
     * Looks at a call before it goes on, and may hold it.
     *
     * @return what is answered in S3's place, or null when the call goes on
     */
    @Nullable S3Refusal look(S3Call call) throws InterruptedException;
}
