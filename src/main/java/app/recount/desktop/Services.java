package app.recount.desktop;

import app.recount.analysis.Tracking;
import app.recount.delivery.Backfill;
import app.recount.desktop.shell.Demo;
import app.recount.generation.Generation;
import app.recount.memory.MemoryReader;
import app.recount.problem.Problem;
import app.recount.store.Environment;
import app.recount.store.ProgramVersion;
import app.recount.store.RecountHome;
import app.recount.store.SettingsStore;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the composition root gives to the window.
 *
 * @param backfill from preview to receipt
 * @param memory reads memory databases
 * @param generation what claude-mem's own turns cost; made when it is first asked for
 * @param tracking the user's agent sessions and runs
 * @param demoTracking those of the demo data, apart
 * @param clock the time of approvals and checks
 * @param demo makes data to explore
 * @param takeStoreProblems what the user should know of recount.db since it was asked last
 * @param demoIfNone whether demo data is shown at once where there is no memory database
 */
public record Services(
        Environment environment,
        RecountHome home,
        SettingsStore settings,
        ProgramVersion version,
        Backfill backfill,
        MemoryReader memory,
        Supplier<Generation> generation,
        Tracking tracking,
        Tracking demoTracking,
        Clock clock,
        Demo demo,
        Supplier<List<Problem>> takeStoreProblems,
        boolean demoIfNone) {}
