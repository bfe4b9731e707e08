package app.recount.desktop.shell;

import app.recount.text.Texts;

/** The way to the demo data. */
public final class Exploration {

    private final Texts texts;
    private final Background background;
    private final Workspace workspace;
    private final Demo demo;

    public Exploration(Texts texts, Background background, Workspace workspace, Demo demo) {
        this.texts = texts;
        this.background = background;
        this.workspace = workspace;
        this.demo = demo;
    }

    /** Makes the demo data and opens it, unless something else was opened meanwhile. */
    public void start() {
        var asked = workspace.source();
        background
                .task(texts.get("shell.task.demo"), demo::prepare)
                .whenDone(made -> {
                    if (workspace.source().equals(asked)) {
                        workspace.open(made);
                    } else if (!workspace.source().demo()) {
                        demo.leave();
                    }
                })
                .start();
    }
}
