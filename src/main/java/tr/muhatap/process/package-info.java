/** Models, decision tables, delegates and listeners: starts, moves and ends the processes of applications. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "basvuru",
            "calendar",
            "channel",
            "deadline",
            "engine",
            "notification",
            "operation",
            "organization",
            "problem",
            "rules",
            "text"
        })
@org.jspecify.annotations.NullMarked
package tr.muhatap.process;
