package org.mdscheck.cli.gate;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.mdscheck.cli.gate.GateOutcome.Difference;

/** The outcomes in the XML form of JUnit: a suite for each check, a case for each expectation. */
public final class JUnitReport {
  private final List<GateOutcome> outcomes;

  public JUnitReport(List<GateOutcome> outcomes) {
    this.outcomes = List.copyOf(outcomes);
  }

  /** The whole document. */
  public String text() {
    final StringWriter text = new StringWriter();
    try {
      final XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      newLine(xml, 0);
      xml.writeStartElement("testsuites");
      for (GateOutcome outcome : outcomes) writeSuite(xml, outcome);
      newLine(xml, 0);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string can be written to", e);
    }
    return text + "\n";
  }

  private static void writeSuite(XMLStreamWriter xml, GateOutcome outcome)
      throws XMLStreamException {
    final Map<String, Difference> differences =
        outcome.differences().stream()
            .collect(Collectors.toMap(Difference::name, Function.identity()));
    newLine(xml, 1);
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", outcome.expected().title());
    xml.writeAttribute("tests", Integer.toString(outcome.names().size()));
    xml.writeAttribute("failures", Integer.toString(differences.size()));
    for (String name : outcome.names()) {
      newLine(xml, 2);
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", outcome.expected().variant());
      xml.writeAttribute("name", name);
      if (differences.containsKey(name)) writeFailure(xml, differences.get(name));
      xml.writeEndElement();
    }
    newLine(xml, 1);
    xml.writeEndElement();
  }

  private static void writeFailure(XMLStreamWriter xml, Difference difference)
      throws XMLStreamException {
    xml.writeStartElement("failure");
    xml.writeAttribute("message", "not as expected");
    xml.writeCharacters(String.join("\n", difference.lines()));
    xml.writeEndElement();
  }

  private static void newLine(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
