package io.projectexport.advisory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A file of advisories: one of them as JSON, or an archive of many, as OSV exports each ecosystem. */
final class AdvisoryFile {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Path path;

    AdvisoryFile(Path path) {
        this.path = path;
    }

    /**
     * Hands on one advisory after the other, since an archive holds thousands.
     *
     * @throws IOException with the name of what cannot be read; part of them would pass for all of them
     */
    void forEach(Consumer<Advisory> reader) throws IOException {
        if (!path.toString().endsWith(".zip")) {
            try (InputStream file = Files.newInputStream(path)) {
                reader.accept(read(path.toString(), file));
            }
            return;
        }
        try (ZipFile archive = open()) {
            for (Enumeration<? extends ZipEntry> entries = archive.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".json")) {
                    try (InputStream file = archive.getInputStream(entry)) {
                        reader.accept(read(path + ", " + entry.getName(), file));
                    }
                }
            }
        }
    }

    private ZipFile open() throws IOException {
        try {
            return new ZipFile(path.toFile());
        } catch (ZipException e) {
            throw new IOException(path + ", which is no archive", e);
        }
    }

    private static Advisory read(String name, InputStream file) throws IOException {
        try {
            Advisory advisory = JSON.readValue(file, Advisory.class);
            if (advisory != null && advisory.id() != null) {
                return advisory;
            }
        } catch (JsonProcessingException e) {
            throw new IOException(name + ", which is no advisory in the format of OSV", e);
        }
        throw new IOException(name + ", which is no advisory in the format of OSV");
    }
}
