/** What tests need to make the surroundings fail: full disks, missing rights, killed processes, damaged files. */
@NullMarked
package app.recount.faults;

import org.jspecify.annotations.NullMarked;
