package org.mdscheck.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.mdscheck.checker.failure.FailurePoint;
import org.mdscheck.cli.models.ModelRequest;
import org.mdscheck.cli.report.FailureResult;

/**
 * The failure points of all scenarios of a variant. Each is tried wherever it is, the smallest
 * scenario first, until it strands something.
 */
final class FailureSurvey {
  private static final Comparator<FailureResult> GRAVEST_FIRST =
      Comparator.comparing(FailureResult::outcome);

  private final List<FailureStudy> studies = new ArrayList<>();
  private final List<FailureStudy> leftOut = new ArrayList<>();
  private final List<FailureResult> results = new ArrayList<>();

  /**
   * @param requests one for each scenario; those that are not exhausted without a failure are left
   *     out
   * @param named names of the properties to decide, where there are such; none: those of recovery
   * @param listener is told what is tried
   */
  FailureSurvey(
      ModelCheck check, List<ModelRequest> requests, Set<String> named, Consumer<String> listener) {
    for (ModelRequest request : requests) {
      listener.accept("without failures in " + request.scenario() + ":");
      FailureStudy.ifSaid(check, request, named)
          .ifPresent(study -> (study.isExhausted() ? studies : leftOut).add(study));
    }
    studies.sort(Comparator.comparingLong(FailureSurvey::states));
    points(studies).forEach((name, where) -> results.add(gravest(name, where, listener)));
  }

  private static long states(FailureStudy study) {
    return study.without().result().statistics().distinctStates();
  }

  private static Map<String, List<FailureStudy>> points(List<FailureStudy> studies) {
    final Map<String, List<FailureStudy>> points = new TreeMap<>();
    for (FailureStudy study : studies) {
      for (FailurePoint point : study.points())
        points.computeIfAbsent(point.name(), name -> new ArrayList<>()).add(study);
    }
    return points;
  }

  private static FailureResult gravest(
      String name, List<FailureStudy> where, Consumer<String> listener) {
    final List<FailureResult> tried = new ArrayList<>();
    for (FailureStudy study : where) {
      listener.accept(name + " in " + study.without().model().request().scenario() + ":");
      for (FailurePoint point : study.points()) {
        if (point.name().equals(name)) tried.add(study.result(point));
      }
      if (tried.get(tried.size() - 1).outcome() == FailureResult.Outcome.STRANDS) break;
    }
    return tried.stream().min(GRAVEST_FIRST).orElseThrow();
  }

  /** Names of the scenarios that points were tried in, the smallest first. */
  List<String> scenarios() {
    return scenarios(studies);
  }

  private static List<String> scenarios(List<FailureStudy> studies) {
    return studies.stream().map(s -> s.without().model().request().scenario()).toList();
  }

  /** Names of the scenarios that a limit ended. */
  List<String> leftOut() {
    return scenarios(leftOut);
  }

  /**
   * Names of the points that were not tried, since they are in scenarios only that a limit ended.
   */
  List<String> untried() {
    final Set<String> untried = new TreeSet<>(points(leftOut).keySet());
    untried.removeAll(points(studies).keySet());
    return List.copyOf(untried);
  }

  /** The gravest result of each point, by name. */
  List<FailureResult> results() {
    return List.copyOf(results);
  }
}
