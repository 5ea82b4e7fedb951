package io.projectexport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.asm.ClassReader;
import org.springframework.util.ClassUtils;

/** The application's compiled classes, whichever packages they lie in. */
final class ProductionCode {

    private static final Path CLASSES = location();
    private static final int CONSTANT_STRING = 8;

    private ProductionCode() {}

    static List<Class<?>> types() {
        return files("io/projectexport").map(ProductionCode::type).toList();
    }

    /** The type of this simple name. */
    static Class<?> type(String simpleName) {
        return types().stream()
                .filter(type -> type.getSimpleName().equals(simpleName))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no type " + simpleName + "."));
    }

    /** The texts in the code below this package, with "…" for what is filled in. */
    static Set<String> texts(String packageName) {
        Set<String> texts = new TreeSet<>();
        files(packageName.replace('.', '/')).forEach(file -> addTexts(file, texts));
        return texts;
    }

    private static void addTexts(Path file, Set<String> texts) {
        try {
            ClassReader reader = new ClassReader(Files.readAllBytes(file));
            char[] buffer = new char[reader.getMaxStringLength()];
            for (int i = 1; i < reader.getItemCount(); i++) {
                int item = reader.getItem(i);
                if (item > 0 && reader.readByte(item - 1) == CONSTANT_STRING) {
                    texts.add(reader.readUTF8(item, buffer).replaceAll("%[sd]|\u0001", "…"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> files = Files.walk(CLASSES.resolve(folder))) {
            return files
                    .filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("package-info.class"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> type(Path file) {
        String name = CLASSES.relativize(file).toString().replace('/', '.').replaceFirst("\\.class$", "");
        return ClassUtils.resolveClassName(name, ProductionCode.class.getClassLoader());
    }

    private static Path location() {
        try {
            return Path.of(ProjectExportApplication.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
