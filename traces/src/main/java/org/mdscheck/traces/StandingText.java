package org.mdscheck.traces;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where the processes stand at the end of a trace, as text: who waits for whom comes first. */
final class StandingText {
  private final ShownTrace trace;
  private final List<Standing> standings;
  private final Lines out;

  StandingText(ShownTrace trace, List<Standing> standings, Lines out) {
    this.trace = trace;
    this.standings = standings;
    this.out = out;
  }

  void write() {
    writeCircle();
    out.line("At the end:");
    for (Standing standing : standings) {
      if (!isIdle(standing)) writeStanding(standing);
    }
    final List<String> idle =
        standings.stream().filter(this::isIdle).map(s -> trace.processName(s.process())).toList();
    if (!idle.isEmpty()) out.list("  where they started: ", idle);
  }

  /** Whether it is where it started; one that acted and came back to a mutex is worth a word. */
  private boolean isIdle(Standing standing) {
    return standing.isAtStart()
        && (standing.waitsFor().isEmpty() || !trace.participants().contains(standing.process()));
  }

  private void writeCircle() {
    final List<Standing> circle = Standing.circle(standings);
    if (circle.isEmpty()) return;
    out.add(0, circle(trace, circle));
    out.gap();
  }

  /** Who waits for whom, until it is the first one again. */
  static String circle(ShownTrace trace, List<Standing> circle) {
    final List<String> names = new ArrayList<>();
    circle.forEach(s -> names.add(trace.processName(s.process())));
    names.add(names.get(0));
    return "DEADLOCK: " + String.join(" waits for ", names);
  }

  private void writeStanding(Standing standing) {
    final String name = trace.processName(standing.process());
    if (standing.hasEnded()) {
      out.add(2, name + " has ended");
      return;
    }
    out.add(2, name + (standing.isBlocked() ? " waits at " : " is at ") + standing.place());
    final List<String> facts = new ArrayList<>();
    standing.waitsFor().stream()
        .map(lock -> "for " + lock.name() + ", owned by " + ownerName(lock))
        .forEach(facts::add);
    final List<Locks.Lock> held = trace.locks().heldBy(standing.process(), trace.lastState());
    if (!held.isEmpty()) facts.add("holds " + names(held));
    if (!facts.isEmpty()) out.add(4, String.join("; ", facts));
  }

  private String ownerName(Locks.Lock lock) {
    return trace.processName(trace.locks().owner(lock, trace.lastState()));
  }

  private static String names(List<Locks.Lock> locks) {
    return locks.stream().map(Locks.Lock::name).collect(Collectors.joining(", "));
  }
}
