package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the value of each option: on the command line, in the POM, in the file, or the default. */
final class OptionParser {
    private final MappingSources sources;
    private final Optional<FieldsReader> file;
    private final Problems problems;

    /** @param file the top level of the mapping file */
    OptionParser(MappingSources sources, Optional<FieldsReader> file, Problems problems) {
        this.sources = sources;
        this.file = file;
        this.problems = problems;
    }

    /** The source schema; the default's when what is written is no name. */
    Located<Identifier> source() {
        Located<String> written = written(MappingOption.SOURCE);
        return new Located<>(
                NameRules.identifier(written.value(), written.origin(), "source schema", problems)
                        .orElse(Identifier.of(MappingOption.SOURCE.defaultText())),
                written.origin());
    }

    /** What to do with tables that no entry names; a target schema must be one of those given. */
    Located<Unmapped> unmapped(List<String> targets) {
        Located<String> written = written(MappingOption.UNMAPPED);
        String value = written.value();
        Unmapped unmapped = new Unmapped.Fail();
        if (value.equals("keep")) {
            unmapped = new Unmapped.Keep();
        } else if (targets.contains(value)
                && NameRules.mistake(value, value, "schema").isEmpty()) {
            unmapped = new Unmapped.MoveTo(Identifier.of(value));
        } else if (!value.equals("fail")) {
            List<String> valid =
                    Stream.concat(Stream.of("fail", "keep"), targets.stream()).toList();
            problems.add(
                    written.origin(), "unmapped cannot be " + Quoted.of(value) + Problems.writeOneOf(value, valid));
        }
        return new Located<>(unmapped, written.origin());
    }

    /** The value of an option that has a few fixed ones; the first of them when what is written is none. */
    <E extends Enum<E>> Located<E> choice(MappingOption option, Class<E> type) {
        Located<String> written = written(option);
        E[] values = type.getEnumConstants();
        for (E value : values) {
            if (MappingOption.text(value).equals(written.value())) {
                return new Located<>(value, written.origin());
            }
        }
        List<String> valid = Arrays.stream(values).map(MappingOption::text).toList();
        problems.add(
                written.origin(),
                option.key() + " cannot be " + Quoted.of(written.value())
                        + Problems.writeOneOf(written.value(), valid));
        return new Located<>(values[0], written.origin());
    }

    private Located<String> written(MappingOption option) {
        String onCommandLine = sources.properties().get(option);
        if (onCommandLine != null) {
            return new Located<>(onCommandLine, Origin.of("-D" + option.property(), ""));
        }
        String inPom = sources.pomOptions().get(option);
        if (inPom != null) {
            return new Located<>(inPom, Origin.of("pom.xml", option.key()));
        }
        Optional<MappingNode.Scalar> inFile = file.isPresent() ? file.get().text(option.key()) : Optional.empty();
        return inFile.isPresent()
                ? new Located<>(inFile.get().text(), inFile.get().origin())
                : new Located<>(option.defaultText(), Origin.DEFAULT);
    }
}
