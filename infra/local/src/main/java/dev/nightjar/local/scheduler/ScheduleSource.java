package dev.nightjar.local.scheduler;

import java.util.List;

/** Where schedules come from: asked again and again, because they may change. */
public interface ScheduleSource {
    /** The schedules as they are now; equal to those before when nothing changed. */
    List<MachineSchedule> schedules();
}
