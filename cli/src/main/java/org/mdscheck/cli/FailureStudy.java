package org.mdscheck.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mdscheck.checker.failure.FailurePoint;
import org.mdscheck.checker.failure.RestrictedSystem;
import org.mdscheck.checker.system.Property;
import org.mdscheck.cli.models.CheckableModel;
import org.mdscheck.cli.models.ModelRequest;
import org.mdscheck.cli.models.Names;
import org.mdscheck.cli.report.CheckedModel;
import org.mdscheck.cli.report.FailureResult;

/** The failure points of one model, each tried alone and compared with none at all. */
final class FailureStudy {
  private final ModelCheck check;
  private final CheckableModel whole;
  private final List<FailurePoint> points;
  private final Set<String> decided;
  private final CheckedModel without;

  /**
   * Checks the model without any failure.
   *
   * @param named names of the properties to decide; none: those that say that the model can go on
   * @throws org.mdscheck.cli.exit.Failure if the model cannot be built, or has no such property
   */
  FailureStudy(ModelCheck check, ModelRequest request, Set<String> named) {
    this(check, check.build(request), named);
  }

  private FailureStudy(ModelCheck check, CheckableModel whole, Set<String> named) {
    this.check = check;
    this.whole = whole;
    points = FailurePoint.of(whole.searched(), whole.environment());
    decided = named.isEmpty() ? recovery() : named;
    final List<String> known =
        whole.system().properties().stream().map(Property::name).sorted().toList();
    for (String name : named) Names.require("property", known, name);
    without = check.check(whole.searchedAs(without(null)), decided);
  }

  /**
   * The same with those of the properties that say something about the model; empty if none does.
   *
   * @throws org.mdscheck.cli.exit.Failure if the model cannot be built
   */
  static Optional<FailureStudy> ifSaid(ModelCheck check, ModelRequest request, Set<String> named) {
    final CheckableModel whole = check.build(request);
    final Set<String> said = ModelCheck.said(whole, named);
    return said.isEmpty() && !named.isEmpty()
        ? Optional.empty()
        : Optional.of(new FailureStudy(check, whole, said));
  }

  private Set<String> recovery() {
    return whole.system().properties().stream()
        .filter(p -> p instanceof Property.Recovery || p instanceof Property.NoStuckState)
        .map(Property::name)
        .collect(Collectors.toSet());
  }

  /** All points of the model. */
  List<FailurePoint> points() {
    return points;
  }

  /** The model without any failure. */
  CheckedModel without() {
    return without;
  }

  /** Whether no limit ended the check without any failure. */
  boolean isExhausted() {
    return without.result().limit() == null;
  }

  /** Checks the model with this point and no other. */
  FailureResult result(FailurePoint point) {
    return new FailureResult(
        point, check.check(whole.searchedAs(without(point)), decided), without);
  }

  private RestrictedSystem without(FailurePoint kept) {
    return new RestrictedSystem(
        whole.searched(), points.stream().filter(point -> !point.equals(kept)).toList());
  }
}
