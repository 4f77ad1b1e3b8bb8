package tr.muhatap.organization;

/** A unit was added, renamed or opened again. Published in the change's transaction. */
public record UnitChanged(Unit unit) {}
