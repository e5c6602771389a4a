package org.mdscheck.cli.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mdscheck.checker.system.Property;
import org.mdscheck.cli.exit.Failure;
import org.mdscheck.cli.questions.Place;
import org.mdscheck.cli.questions.Question;

class CephLibraryTest {
  private final CephLibrary library = new CephLibrary();

  @ParameterizedTest
  @EnumSource(Topic.class)
  void namesAreUniqueWordsForTheCommandLine(Topic topic) {
    List<String> names = library.list(topic).stream().map(Entry::name).toList();
    assertEquals(names.size(), new HashSet<>(names).size());
    names.forEach(name -> assertTrue(name.matches("[a-z0-9]+([-+][a-z0-9]+)*"), name));
  }

  @Test
  void everyListedPropertyOfAModelIsNamed() {
    List<String> listed = library.list(Topic.PROPERTIES).stream().map(Entry::name).toList();
    List<String> built =
        build(request("v3", Map.of(), Map.of())).system().properties().stream()
            .filter(property -> !(property instanceof Property.Cover))
            .map(Property::name)
            .toList();
    assertTrue(built.size() > 10, built.toString());
    assertTrue(listed.containsAll(built), built.toString());
  }

  @Test
  void exitCodesBelongToProperties() {
    CheckableModel model = build(request("v3", Map.of(), Map.of()));
    List<String> names = model.system().properties().stream().map(Property::name).toList();
    assertTrue(names.containsAll(model.exitCodes().keySet()), names.toString());
  }

  @Test
  void boundsAssumptionsAndMutantsChangeTheModel() {
    String plain = hash(request("v3", Map.of(), Map.of()));
    assertEquals(plain, hash(request("v3", Map.of(), Map.of())));
    assertNotEquals(plain, hash(request("v3", Map.of("failures", 2), Map.of())));
    assertNotEquals(plain, hash(request("v3", Map.of(), Map.of("nonce-checked", false))));
    assertEquals(plain, hash(request("v3", Map.of(), Map.of("nonce-checked", true))));
    assertNotEquals(plain, hash(request("v3+no-wake-on-open", Map.of(), Map.of())));
    assertNotEquals(plain, hash(request("v3+clear-cap-reconnect", Map.of(), Map.of())));
  }

  private String hash(ModelRequest request) {
    return build(request).system().hash();
  }

  @Test
  void showsTheBoundsInForce() {
    assertEquals(2, build(request("v3", Map.of("failures", 2), Map.of())).bounds().get("failures"));
  }

  @Test
  void refusesABoundOutOfRange() {
    Failure failure =
        assertThrows(Failure.class, () -> build(request("v3", Map.of("sessions", 0), Map.of())));
    assertTrue(failure.getMessage().contains("sessions"), failure.getMessage());
  }

  static List<Question> questions() {
    return new CephLibrary().questions();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void aQuestionNamesWhatThereIs(Question question) {
    Names names = new Names(library);
    for (String property : question.properties()) names.require(Topic.PROPERTIES, property);
    for (String variant : question.variants()) names.requireVariant(variant);
    for (Place place : question.places()) {
      names.require(Topic.SCENARIOS, place.scenario());
      CheckableModel model =
          build(new ModelRequest("v3", place.scenario(), place.bounds(), Map.of()));
      assertTrue(model.bounds().keySet().containsAll(place.bounds().keySet()), place.toString());
      assertTrue(
          model.system().properties().stream()
              .anyMatch(property -> question.properties().contains(property.name())),
          place.toString());
    }
  }

  private CheckableModel build(ModelRequest request) {
    return library.build(request, SystemForm.plain());
  }

  private static ModelRequest request(
      String variant, Map<String, Integer> bounds, Map<String, Boolean> assumptions) {
    return new ModelRequest(variant, "smoke", bounds, assumptions);
  }
}
