package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
        return wordOrTarget(
                MappingOption.UNMAPPED,
                List.of("fail", "keep"),
                List.of(new Unmapped.Fail(), new Unmapped.Keep()),
                targets,
                Unmapped.MoveTo::new);
    }

    /** What to do with views that no entry names; a target schema must be one of those given. */
    Located<UnmappedViews> unmappedViews(List<String> targets) {
        return wordOrTarget(
                MappingOption.UNMAPPED_VIEWS,
                List.of("follow", "stay"),
                List.of(new UnmappedViews.Follow(), new UnmappedViews.Stay()),
                targets,
                UnmappedViews.MoveTo::new);
    }

    /** What one of the words means, or a target schema; what the first word means when what is written is neither. */
    private <T> Located<T> wordOrTarget(
            MappingOption option,
            List<String> words,
            List<? extends T> meanings,
            List<String> targets,
            Function<Identifier, ? extends T> target) {
        Located<String> written = written(option);
        String value = written.value();
        int word = words.indexOf(value);
        if (word >= 0) {
            return new Located<>(meanings.get(word), written.origin());
        }
        if (targets.contains(value) && NameRules.mistake(value, value, "schema").isEmpty()) {
            return new Located<>(target.apply(Identifier.of(value)), written.origin());
        }
        List<String> valid = Stream.concat(words.stream(), targets.stream()).toList();
        problems.add(
                written.origin(), option.key() + " cannot be " + Quoted.of(value) + Problems.writeOneOf(value, valid));
        return new Located<>(meanings.get(0), written.origin());
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
        List<String> valid = MappingOption.texts(values);
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
