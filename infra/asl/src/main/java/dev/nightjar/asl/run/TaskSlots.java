package dev.nightjar.asl.run;

import java.util.ArrayDeque;
import java.util.Deque;

/** How many handlers may be at work at once, first come, first served. Safe for many threads. */
final class TaskSlots {
    private final Deque<Slot> waiting = new ArrayDeque<>();
    private int free;

    TaskSlots(int count) {
        this.free = count;
    }

    /** Asks for a slot; runs the step when there is one, maybe at once. */
    Slot acquire(Runnable granted) {
        Slot slot = new Slot(granted);
        synchronized (waiting) {
            if (free == 0) {
                waiting.add(slot);
                return slot;
            }
            free--;
            slot.held = true;
        }
        granted.run();
        return slot;
    }

    /** One place among those at work, or in the queue. */
    final class Slot {
        private final Runnable granted;
        private boolean held;
        private boolean given;

        private Slot(Runnable granted) {
            this.granted = granted;
        }

        /** Gives the place back; more than once is as good as once. */
        void release() {
            Slot next;
            synchronized (waiting) {
                if (given) {
                    return;
                }
                given = true;
                if (!held) {
                    waiting.remove(this);
                    return;
                }
                next = waiting.poll();
                if (next == null) {
                    free++;
                    return;
                }
                next.held = true;
            }
            next.granted.run();
        }
    }
}
