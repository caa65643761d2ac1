package dev.nightjar.local;

import dev.nightjar.local.bench.BenchCommand;
import dev.nightjar.local.command.CommandContext;
import dev.nightjar.local.command.CommandLines;
import dev.nightjar.local.command.World;
import dev.nightjar.local.demo.DemoCommand;
import dev.nightjar.local.deploy.DeployCommand;
import dev.nightjar.local.deploy.DestroyCommand;
import dev.nightjar.local.doctor.DoctorCommand;
import dev.nightjar.local.init.InitCommand;

import java.util.List;

/** The command line. */
public final class Nightjar {
    private Nightjar() {}

    /** Runs the command that the arguments name, and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(World.ofProcess(), arguments));
    }

    /** Runs the command that the arguments name in the given world; answers its exit code. */
    public static int run(World world, String... arguments) {
        CommandContext context = new CommandContext(world);
        return CommandLines.of(
                        context,
                        List.of(DemoCommand.class),
                        List.of(InitCommand.class),
                        List.of(
                                DoctorCommand.class,
                                DeployCommand.class,
                                DestroyCommand.class,
                                BenchCommand.class))
                .execute(arguments);
    }
}
