package dev.nightjar.run.report;

import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import java.io.StringReader;

import javax.xml.parsers.DocumentBuilderFactory;

/** Reads a page as XML, which is stricter than any browser. */
final class WellFormed {
    private WellFormed() {}

    /** How many elements of the name the page has. */
    static int elements(String page, String name) {
        return read(page).getElementsByTagName(name).getLength();
    }

    /** The page's text, entities resolved. */
    static String text(String page) {
        return read(page).getDocumentElement().getTextContent();
    }

    private static Document read(String page) {
        try {
            String xml = page.substring("<!DOCTYPE html>".length());
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new AssertionError("the page is not well-formed", e);
        }
    }
}
