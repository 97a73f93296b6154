package io.github.schemasplit.sqltext;

import java.util.HashMap;
import java.util.Map;

/**
 * What the grammar lets a word without quotes be.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-keywords-appendix.html">SQL Key Words</a>
 */
enum WordClass {
    /** No key word, or one that can be any name. */
    FREE(""),
    /** A name of columns and relations, not of routines and types. */
    COLUMN_NAME("""
            between bigint bit boolean char character coalesce dec decimal exists extract float greatest grouping inout int integer
            interval json json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar json_serialize
            json_table json_value least merge_action national nchar none normalize nullif numeric out overlay position precision
            real row setof smallint substring time timestamp treat trim values varchar xmlattributes xmlconcat xmlelement xmlexists
            xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable"""),
    /** A name of routines and types, not of columns and relations. */
    ROUTINE_NAME("""
            authorization binary collation concurrently cross current_schema freeze full ilike inner is isnull join left like
            natural notnull outer overlaps right similar tablesample verbose"""),
    /** No name at all. */
    RESERVED("""
            all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create
            current_catalog current_date current_role current_time current_timestamp current_user default deferrable desc distinct
            do else end except false fetch for foreign from grant group having in initially intersect into lateral leading limit
            localtime localtimestamp not null offset on only or order placing primary references returning select session_user some
            symmetric system_user table then to trailing true union unique user using variadic when where window with""");

    private static final Map<String, WordClass> CLASSES = new HashMap<>();

    static {
        for (WordClass c : values()) {
            for (String word : c.words.split("\\s+")) {
                CLASSES.put(word, c);
            }
        }
    }

    private final String words;

    WordClass(String words) {
        this.words = words;
    }

    /** The class of a word in lower case. */
    static WordClass of(String word) {
        return CLASSES.getOrDefault(word, FREE);
    }
}
