package app.recount;

/** Starts Recount: no arguments open the desktop, anything else is the command line. */
public final class Recount {

    private Recount() {}

    static void main(String[] args) {
        System.out.println("recount " + args.length);
    }
}
