package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.Acl;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * The current row of a result, read column by column from the left: each call takes the next one. So a constructor call
 * reads as the select list of its query does, and what is left at the end becomes the object's attributes.
 */
final class Row {
    private final ResultSet rows;
    private final Pool pool;
    private final String[] labels;
    private final StringBuilder text = new StringBuilder();
    private int taken;

    Row(ResultSet rows, Pool pool) throws SQLException {
        this.rows = rows;
        this.pool = pool;
        ResultSetMetaData columns = rows.getMetaData();
        this.labels = new String[columns.getColumnCount()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = columns.getColumnLabel(i + 1);
        }
    }

    /** Goes to the next row, if there is one. */
    boolean next() throws SQLException {
        taken = 0;
        return rows.next();
    }

    long number() throws SQLException {
        return rows.getLong(++taken);
    }

    OptionalLong numberIfAny() throws SQLException {
        long number = number();
        return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }

    boolean flag() throws SQLException {
        return rows.getBoolean(++taken);
    }

    char letter() throws SQLException {
        return rows.getString(++taken).charAt(0);
    }

    String text() throws SQLException {
        return rows.getString(++taken);
    }

    Optional<String> textIfAny() throws SQLException {
        return Optional.ofNullable(text());
    }

    /** A text of which many rows have the same. */
    String commonText() throws SQLException {
        return pool.text(text());
    }

    Identifier name() throws SQLException {
        return pool.name(text());
    }

    Optional<Identifier> nameIfAny() throws SQLException {
        String name = text();
        return name == null ? Optional.empty() : Optional.of(pool.name(name));
    }

    /** A schema and a name, from two columns. */
    QualifiedName qualifiedName() throws SQLException {
        return new QualifiedName(name(), name());
    }

    Optional<Acl> acl() throws SQLException {
        String acl = text();
        return acl == null ? Optional.empty() : Optional.of(pool.acl(acl));
    }

    /** The numbers of an array or vector; none for NULL. */
    List<Long> numbers() throws SQLException {
        String array = text();
        List<Long> numbers = new ArrayList<>();
        if (array != null) {
            StringTokenizer tokens = new StringTokenizer(array, "{, }");
            while (tokens.hasMoreTokens()) {
                numbers.add(Long.valueOf(tokens.nextToken()));
            }
        }
        return numbers;
    }

    /** The elements of a {@code text[]}; none for NULL. */
    List<String> texts() throws SQLException {
        Array array = rows.getArray(++taken);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    /** The elements of a {@code name[]}; none for NULL. */
    Set<Identifier> names() throws SQLException {
        Set<Identifier> names = new HashSet<>();
        for (String name : texts()) {
            names.add(Identifier.of(name));
        }
        return names;
    }

    /** The elements of a {@code boolean[]}; none for NULL. */
    List<Boolean> flags() throws SQLException {
        String array = text();
        List<Boolean> flags = new ArrayList<>();
        if (array != null) {
            StringTokenizer tokens = new StringTokenizer(array, "{,}");
            while (tokens.hasMoreTokens()) {
                flags.add(tokens.nextToken().equals("t"));
            }
        }
        return flags;
    }

    /** All columns that are left, as {@code label=value}, without those that are NULL. */
    String attributes() throws SQLException {
        text.setLength(0);
        while (taken < labels.length) {
            String value = rows.getString(++taken);
            if (value != null) {
                text.append(text.isEmpty() ? "" : "|").append(labels[taken - 1]).append('=');
                appendEscaped(value);
            }
        }
        return pool.text(text.toString());
    }

    private void appendEscaped(String value) {
        if (value.indexOf('|') < 0 && value.indexOf('\\') < 0) {
            text.append(value);
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '|' || c == '\\') {
                text.append('\\');
            }
            text.append(c);
        }
    }
}
