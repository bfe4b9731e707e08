package app.recount;

import app.recount.store.ProgramVersion;

/** Starts Recount: no arguments open the desktop, anything else is the command line. */
public final class Recount {

    private Recount() {}

    static void main(String[] args) {
        System.out.println("recount " + ProgramVersion.ofThisBuild().program());
    }
}
