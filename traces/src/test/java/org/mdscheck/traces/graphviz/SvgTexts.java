package org.mdscheck.traces.graphviz;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reads SVG with the XML parser of the JDK, to see what a viewer would see. */
final class SvgTexts {
  private final Document document;

  private SvgTexts(Document document) {
    this.document = document;
  }

  static SvgTexts of(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    DocumentBuilder builder = factory.newDocumentBuilder();
    return new SvgTexts(builder.parse(new InputSource(new StringReader(svg))));
  }

  /** All lines of text, in the order of drawing; no-break spaces count as spaces. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    NodeList nodes = document.getElementsByTagName("text");
    for (int i = 0; i < nodes.getLength(); i++) {
      lines.add(nodes.item(i).getTextContent().replace('\u00a0', ' '));
    }
    return lines;
  }

  /** The lines of one node or edge, by its title such as {@code s3} or {@code a->b}. */
  List<String> lines(String title) {
    List<String> lines = new ArrayList<>();
    NodeList groups = document.getElementsByTagName("g");
    for (int i = 0; i < groups.getLength(); i++) {
      Element group = (Element) groups.item(i);
      String found = group.getElementsByTagName("title").item(0).getTextContent();
      NodeList texts = group.getElementsByTagName("text");
      for (int j = 0; found.equals(title) && j < texts.getLength(); j++) {
        lines.add(texts.item(j).getTextContent().replace('\u00a0', ' ').strip());
      }
    }
    return lines;
  }
}
