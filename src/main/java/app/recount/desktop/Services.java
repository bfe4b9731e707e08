package app.recount.desktop;

import app.recount.desktop.shell.Demo;
import app.recount.desktop.shell.Workspace;
import app.recount.store.Environment;
import app.recount.store.ProgramVersion;
import app.recount.store.RecountHome;
import app.recount.store.SettingsStore;

/**
 * What the composition root gives to the window.
 *
 * @param reader reads a memory database and seals its payload
 * @param demo makes data to explore
 * @param demoIfNone whether demo data is shown at once where there is no memory database
 */
public record Services(
        Environment environment,
        RecountHome home,
        SettingsStore settings,
        ProgramVersion version,
        Workspace.Reader reader,
        Demo demo,
        boolean demoIfNone) {}
