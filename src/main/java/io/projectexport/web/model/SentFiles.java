package io.projectexport.web.model;

import io.projectexport.export.model.CheckModels;
import io.projectexport.export.permission.ActionRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files that an administrator sent, one by one or in a zip file such as the one that this page gives away; a file beside a zip file
 * replaces the one of its name in it, so that whoever changed one file need not pack them again.
 */
public final class SentFiles {

    /** More than any model has; a zip file can be a thousand times smaller than what is in it. */
    private static final int LARGEST = 10 << 20;

    private static final int MOST = 100;

    /** Letters that a page gives back, below what a form may have; a model with its forms has some thirty thousand. */
    private static final int MOST_KEPT = 200_000;

    /** Those of zip files, until those beside them replace some. */
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private final Map<String, byte[]> beside = new LinkedHashMap<>();
    private int size;

    private SentFiles() {}

    /** @throws ActionRefused when a file is there twice, has no name, or cannot be unpacked */
    public static Map<String, byte[]> of(List<MultipartFile> sent) throws IOException {
        SentFiles files = new SentFiles();
        for (MultipartFile file : sent) {
            if (!file.isEmpty()) {
                files.add(file);
            }
        }
        files.files.putAll(files.beside);
        return files.files;
    }

    /** The files as a text that a page keeps, so that nobody has to choose them again; null where it were too long. */
    public static String kept(Map<String, byte[]> files) {
        String text = Base64.getEncoder().encodeToString(ModelZip.zip(files));
        return text.length() > MOST_KEPT ? null : text;
    }

    /** @throws ActionRefused when it is no such text */
    static Map<String, byte[]> ofKept(String text) throws IOException {
        SentFiles files = new SentFiles();
        try {
            files.unpack("The files", Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException noBase64) {
            throw ActionRefused.invalid(CheckModels.FILES, "Choose the files again.");
        }
        return files.files;
    }

    private void add(MultipartFile file) throws IOException {
        String name = StringUtils.getFilename(file.getOriginalFilename());
        if (name != null && name.endsWith(".zip")) {
            unpack(name, file.getBytes());
        } else {
            add(beside, name, file.getBytes());
        }
    }

    private void unpack(String name, byte[] content) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory() && !isHelper(entry.getName())) {
                    add(files, StringUtils.getFilename(entry.getName()), zip.readNBytes(LARGEST - size + 1));
                }
            }
        } catch (ZipException broken) {
            throw ActionRefused.invalid(
                    CheckModels.FILES, "%s cannot be unpacked: make the zip file anew.".formatted(name));
        }
        if (files.isEmpty()) {
            throw ActionRefused.invalid(CheckModels.FILES, "%s has no models in it.".formatted(name));
        }
    }

    /** What tools keep beside the models. */
    private static boolean isHelper(String path) {
        return path.startsWith(".") || path.contains("/.") || path.startsWith("__MACOSX/");
    }

    private void add(Map<String, byte[]> place, String name, byte[] content) {
        size += content.length;
        if (size > LARGEST || files.size() + beside.size() >= MOST) {
            throw ActionRefused.invalid(
                    CheckModels.FILES, "Files are too many or too large: send a model and its forms.");
        }
        if (!StringUtils.hasText(name) || place.put(name, content) != null) {
            throw ActionRefused.invalid(
                    CheckModels.FILES, "Send each file once, with its name, such as project-export.bpmn.");
        }
    }
}
