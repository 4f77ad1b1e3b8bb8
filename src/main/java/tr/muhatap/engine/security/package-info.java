/** Who may do what in the engine, how people and passwords are known there, and which expressions and scripts run. */
@org.jspecify.annotations.NullMarked
package tr.muhatap.engine.security;
