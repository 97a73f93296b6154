package io.github.schemasplit.jdbc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Records as JSON and back, by their components, strictly: what it does not know is an error and nothing is guessed.
 *
 * <p>A record of one component is written as that component; another one as an object of its components. An empty
 * {@code Optional} is null. A record of a sealed interface is an object of one member, which the record's simple name names;
 * so the name comes first even where the order of members gets lost, as it does in {@code jsonb}.
 */
final class RecordCodec {
    private RecordCodec() {}

    /** Writes a value of a declared type. */
    static void write(JsonGenerator json, Type type, Object value) throws IOException {
        Class<?> raw = raw(type);
        if (value instanceof Optional<?> optional) {
            if (optional.isPresent()) {
                write(json, argument(type), optional.get());
            } else {
                json.writeNull();
            }
        } else if (value instanceof Collection<?> collection) {
            json.writeStartArray();
            for (Object element : collection) {
                write(json, argument(type), element);
            }
            json.writeEndArray();
        } else if (raw.isSealed()) {
            json.writeStartObject();
            json.writeFieldName(value.getClass().getSimpleName());
            write(json, value.getClass(), value);
            json.writeEndObject();
        } else if (raw.isRecord()) {
            writeRecord(json, raw.getRecordComponents(), value);
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Enum<?> constant) {
            json.writeString(constant.name());
        } else if (value instanceof String text) {
            json.writeString(text);
        } else {
            throw new IllegalArgumentException("no JSON for " + type.getTypeName());
        }
    }

    private static void writeRecord(JsonGenerator json, RecordComponent[] components, Object value) throws IOException {
        if (components.length == 1) {
            write(json, components[0].getGenericType(), valueOf(components[0], value));
            return;
        }
        json.writeStartObject();
        for (RecordComponent component : components) {
            json.writeFieldName(component.getName());
            write(json, component.getGenericType(), valueOf(component, value));
        }
        json.writeEndObject();
    }

    /**
     * Reads a value of a declared type, at whose first token the parser stands.
     *
     * @throws IOException when the JSON is broken or is none of that type; the message says what and where
     */
    static Object read(JsonParser json, Type type) throws IOException {
        Class<?> raw = raw(type);
        if (raw == Optional.class) {
            return json.currentToken() == JsonToken.VALUE_NULL
                    ? Optional.empty()
                    : Optional.of(read(json, argument(type)));
        } else if (raw == List.class || raw == Set.class) {
            List<Object> elements = readElements(json, argument(type));
            return raw == List.class ? elements : new LinkedHashSet<>(elements);
        } else if (raw.isSealed()) {
            return readSealed(json, raw);
        } else if (raw.isRecord()) {
            return readRecord(json, raw);
        } else if (raw == boolean.class) {
            expect(json, json.currentToken().isBoolean(), raw);
            return json.getBooleanValue();
        } else if (raw == int.class || raw == long.class) {
            expect(json, json.currentToken() == JsonToken.VALUE_NUMBER_INT, raw);
            return raw == int.class ? (Object) json.getIntValue() : (Object) json.getLongValue();
        }
        expect(json, json.currentToken() == JsonToken.VALUE_STRING, raw);
        return raw.isEnum() ? constant(json, raw) : json.getText();
    }

    private static List<Object> readElements(JsonParser json, Type type) throws IOException {
        expect(json, json.currentToken() == JsonToken.START_ARRAY, List.class);
        List<Object> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(read(json, type));
        }
        return elements;
    }

    private static Object readSealed(JsonParser json, Class<?> type) throws IOException {
        expect(json, json.currentToken() == JsonToken.START_OBJECT, type);
        String name = json.nextFieldName();
        Class<?> record = records(type)
                .filter(c -> c.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(json, "there is no " + type.getSimpleName() + " '" + name + "'"));
        json.nextToken();
        Object value = read(json, record);
        expect(json, json.nextToken() == JsonToken.END_OBJECT, type);
        return value;
    }

    /** The records that a sealed type permits, at any depth. */
    static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RecordCodec::records)
                : Stream.of(type);
    }

    private static Object readRecord(JsonParser json, Class<?> type) throws IOException {
        RecordComponent[] components = type.getRecordComponents();
        if (components.length == 1) {
            return create(json, type, new Object[] {read(json, components[0].getGenericType())});
        }
        expect(json, json.currentToken() == JsonToken.START_OBJECT, type);
        Map<String, Type> types = new HashMap<>();
        for (RecordComponent component : components) {
            types.put(component.getName(), component.getGenericType());
        }
        Map<String, Object> values = new HashMap<>();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            Type component = types.get(name);
            if (component == null) {
                throw wrong(json, type.getSimpleName() + " has no '" + name + "'");
            }
            json.nextToken();
            values.put(name, read(json, component));
        }
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            if (!values.containsKey(name)) {
                throw wrong(json, type.getSimpleName() + " lacks '" + name + "'");
            }
            arguments[i] = values.get(name);
        }
        return create(json, type, arguments);
    }

    private static Object create(JsonParser json, Class<?> type, Object[] arguments) throws IOException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
        }
        try {
            return type.getConstructor(types).newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw wrong(
                    json,
                    "not a valid " + type.getSimpleName() + ": " + e.getCause().getMessage());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " is not public", e);
        }
    }

    private static Object valueOf(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(component + " can not be read", e);
        }
    }

    private static Object constant(JsonParser json, Class<?> type) throws IOException {
        String name = json.getText();
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> ((Enum<?>) c).name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(json, "there is no " + type.getSimpleName() + " '" + name + "'"));
    }

    private static void expect(JsonParser json, boolean holds, Class<?> type) throws IOException {
        if (!holds) {
            throw wrong(json, "expected " + type.getSimpleName() + ", found " + json.currentToken());
        }
    }

    private static IOException wrong(JsonParser json, String what) {
        return new IOException(
                what + " (character " + json.currentTokenLocation().getCharOffset() + ")");
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    private static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }
}
