/**
 * Models of {@code oracle.classic} written a second time, as plain Java over records: an oracle
 * that shares no line with the language, its interpreter or the engine.
 */
package org.mdscheck.checker.oracle.plain;
