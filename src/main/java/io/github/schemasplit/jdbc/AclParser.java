package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.Acl;
import io.github.schemasplit.catalog.AclItem;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the text of an {@code aclitem[]}, such as <code>{postgres=arwdDxt/postgres,"\"a b\"=r*w/postgres"}</code>.
 *
 * <p>Two levels of quoting lie on each other: the array's, with backslashes, and that of role names in an item, with
 * doubled quotes. Which names are quoted differs between versions (from 18 on, all that are not plain ASCII); either form
 * is read everywhere. In the place of a role that is gone the server prints its OID, which is kept as if it were a name.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-priv.html">Privileges</a>
 */
final class AclParser {
    private final String item;
    private int position;

    private AclParser(String item) {
        this.item = item;
    }

    /**
     * @throws IllegalArgumentException if the text is not of that form, or holds a privilege that is not known
     */
    static Acl parse(String array) {
        List<AclItem> items = new ArrayList<>();
        for (String element : elements(array)) {
            items.add(item(element));
        }
        return new Acl(items);
    }

    private static List<String> elements(String array) {
        if (array.length() < 2 || array.charAt(0) != '{' || array.charAt(array.length() - 1) != '}') {
            throw new IllegalArgumentException("not an array: " + array);
        }
        List<String> elements = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        boolean quoted = false;
        for (int i = 1; i < array.length() - 1; i++) {
            char c = array.charAt(i);
            if (c == '\\') {
                element.append(array.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                elements.add(element.toString());
                element.setLength(0);
            } else {
                element.append(c);
            }
        }
        if (array.length() > 2) {
            elements.add(element.toString());
        }
        return elements;
    }

    private static AclItem item(String text) {
        return new AclParser(text).item();
    }

    private AclItem item() {
        String grantee = role();
        expect('=');
        Set<Privilege> privileges = EnumSet.noneOf(Privilege.class);
        Set<Privilege> grantable = EnumSet.noneOf(Privilege.class);
        while (position < item.length() && item.charAt(position) != '/') {
            Privilege privilege = privilege(item.charAt(position++));
            privileges.add(privilege);
            if (position < item.length() && item.charAt(position) == '*') {
                grantable.add(privilege);
                position++;
            }
        }
        expect('/');
        Identifier grantor = Identifier.of(role());
        if (position != item.length()) {
            throw malformed();
        }
        return new AclItem(
                grantee.isEmpty() ? Grantee.PUBLIC : Grantee.of(Identifier.of(grantee)),
                privileges,
                grantable,
                grantor);
    }

    private String role() {
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        for (; position < item.length(); position++) {
            char c = item.charAt(position);
            if (c == '"' && quoted && position + 1 < item.length() && item.charAt(position + 1) == '"') {
                name.append(c);
                position++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '=' || c == '/')) {
                break;
            } else {
                name.append(c);
            }
        }
        return name.toString();
    }

    private void expect(char c) {
        if (position >= item.length() || item.charAt(position) != c) {
            throw malformed();
        }
        position++;
    }

    private Privilege privilege(char letter) {
        Optional<Privilege> privilege = Privilege.ofLetter(letter);
        if (privilege.isEmpty()) {
            throw new IllegalArgumentException("unknown privilege '" + letter + "' in the ACL item " + item
                    + "; the server is newer than this version of the plugin knows");
        }
        return privilege.get();
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("not an ACL item: " + item);
    }
}
