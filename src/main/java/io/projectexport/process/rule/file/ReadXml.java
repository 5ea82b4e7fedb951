package io.projectexport.process.rule.file;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.Place;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** A model can be read as XML that brings nothing along: a document type could read files of this machine. */
@Component
class ReadXml extends ModelRule {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    ReadXml() {
        super(105, Severity.REFUSES, "A model is well-formed XML without a document type.");
    }

    @Override
    public Stream<Finding> check(SentModels sent) {
        return sent.files().entrySet().stream()
                .filter(file -> file.getValue().length <= SentModels.LONGEST)
                .filter(file ->
                        FileKind.read(file.getKey()).filter(FileKind::isXml).isPresent())
                .flatMap(file ->
                        defect(file.getValue()).stream().map(defect -> finding(Place.ofFile(file.getKey()), defect)));
    }

    private Finding finding(Place place, SAXParseException defect) {
        boolean isDocumentType = String.valueOf(defect.getMessage()).contains("DOCTYPE");
        return isDocumentType
                ? finding(place, "has a document type (<!DOCTYPE …>)", "Take it out, and everything that begins with &")
                : finding(
                        place,
                        "is no readable XML: line %d, %s"
                                .formatted(
                                        defect.getLineNumber(),
                                        defect.getMessage().strip().replaceFirst("\\.$", "")),
                        "Save it in Camunda Modeler, or mend that line");
    }

    private static Optional<SAXParseException> defect(byte[] xml) {
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.newSAXParser().parse(new ByteArrayInputStream(xml), new DefaultHandler());
            return Optional.empty();
        } catch (SAXParseException defect) {
            return Optional.of(defect);
        } catch (SAXException | IOException unreadable) {
            return Optional.of(new SAXParseException(unreadable.getMessage(), null));
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
