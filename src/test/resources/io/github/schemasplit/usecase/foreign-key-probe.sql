-- Executes statements that make the server check a foreign key, as one role after the other, and takes them back.

-- The tables' own triggers stay quiet: the text of their routines is not mended yet.
DO $$
DECLARE
  target regclass;
BEGIN
  FOR target IN
    SELECT c.oid FROM pg_catalog.pg_class AS c
     WHERE c.relkind IN ('r', 'p') AND c.oid >= 16384
  LOOP
    EXECUTE format('ALTER TABLE ONLY %s DISABLE TRIGGER USER', target);
  END LOOP;
END
$$;

-- "a = 'x' AND b = 'y'", or with another separator an assignment.
CREATE FUNCTION pg_temp.pairs(columns text[], literals text[], separator text) RETURNS text
LANGUAGE sql
AS $$
  SELECT string_agg(c || ' = ' || quote_literal(v), separator) FROM unnest(columns, literals) AS pair (c, v)
$$;

CREATE FUNCTION pg_temp.columns(relation oid, numbers smallint[]) RETURNS text[]
LANGUAGE sql
AS $$
  SELECT array_agg(quote_ident(a.attname) ORDER BY n.place)
    FROM unnest(numbers) WITH ORDINALITY AS n (number, place)
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = relation AND a.attnum = n.number
$$;

-- Who a row belongs to: what row security asks about.
CREATE FUNCTION pg_temp.person(relation oid, condition text) RETURNS text
LANGUAGE plpgsql
AS $$
DECLARE
  person_column text;
  person text;
BEGIN
  SELECT quote_ident(a.attname) INTO person_column
    FROM pg_catalog.pg_constraint AS k
    JOIN pg_catalog.pg_class AS r ON r.oid = k.confrelid AND r.relname = 'users'
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
   WHERE k.conrelid = relation AND k.contype = 'f' AND cardinality(k.conkey) = 1
   ORDER BY a.attname NOT IN ('id', 'user_id'), a.attnum
   LIMIT 1;
  IF person_column IS NOT NULL THEN
    EXECUTE format('SELECT %s::text FROM %s AS t WHERE %s LIMIT 1', person_column, relation::regclass, condition)
       INTO person;
  END IF;
  RETURN person;
END
$$;

-- Puts a row back: all columns that the role may give, or simply all when the foreign key's is not among them.
CREATE FUNCTION pg_temp.insertion(k pg_catalog.pg_constraint, writer text, kept text) RETURNS text
LANGUAGE sql
AS $$
  SELECT format('INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM (SELECT %L::%1$s AS r) AS x',
                k.conrelid::regclass, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum),
                string_agg('(x.r).' || quote_ident(a.attname), ', ' ORDER BY a.attnum), kept)
    FROM pg_catalog.pg_attribute AS a
   WHERE a.attrelid = k.conrelid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     AND (has_column_privilege(writer, a.attrelid, a.attnum, 'INSERT')
          OR NOT has_column_privilege(writer, a.attrelid, k.conkey[1], 'INSERT'))
$$;

CREATE FUNCTION pg_temp.attempt(writer text, statement text) RETURNS text
LANGUAGE plpgsql
AS $$
DECLARE
  affected bigint;
BEGIN
  PERFORM set_config('role', writer, true);
  EXECUTE statement;
  GET DIAGNOSTICS affected = ROW_COUNT;
  SET CONSTRAINTS ALL IMMEDIATE;
  RAISE EXCEPTION USING ERRCODE = 'PROBE', MESSAGE = CASE affected WHEN 0 THEN 'no row to be seen' ELSE 'ok' END;
EXCEPTION
  WHEN SQLSTATE 'PROBE' THEN RETURN SQLERRM;
  WHEN insufficient_privilege THEN RETURN 'denied';
  WHEN foreign_key_violation OR restrict_violation THEN RETURN 'foreign key violation';
  WHEN OTHERS THEN RETURN SQLSTATE || ' ' || SQLERRM;
END
$$;

-- What came of one statement, for each role: "ok", an SQLSTATE, or why there was nothing to try.
CREATE FUNCTION pg_temp.probe(foreign_key oid, roles text[], operation text)
RETURNS TABLE (role text, outcome text)
LANGUAGE plpgsql
AS $$
DECLARE
  k pg_catalog.pg_constraint;
  t regclass;
  r regclass;
  t_columns text[];
  r_columns text[];
  kept text;          -- the row of t, as text
  kept_row text;      -- the condition that finds it
  its_key text[];
  its_parent text;    -- the condition that finds the row of r that it refers to
  other_key text[];
  person text;
  nullable text;
  statement text;
  place text;
  outcomes text[];
BEGIN
  SELECT * INTO k FROM pg_catalog.pg_constraint WHERE oid = foreign_key;
  t := k.conrelid;
  r := k.confrelid;
  t_columns := pg_temp.columns(t, k.conkey);
  r_columns := pg_temp.columns(r, k.confkey);
  EXECUTE format('SELECT t::text, ARRAY[%s]::text[] FROM %s AS t WHERE %s IS NOT NULL ORDER BY t::text LIMIT 1',
                 array_to_string(t_columns, ', '), t, array_to_string(t_columns, ' IS NOT NULL AND '))
     INTO kept, its_key;
  IF kept IS NULL THEN
    RETURN QUERY SELECT unnest(roles), 'no row';
    RETURN;
  END IF;
  kept_row := format('t::text = %L', kept);
  its_parent := pg_temp.pairs(r_columns, its_key, ' AND ');
  EXECUTE format('SELECT ARRAY[%s]::text[] FROM %s AS t WHERE NOT (%s) AND NOT (%s) ORDER BY t::text LIMIT 1',
                 array_to_string(r_columns, ', '), r, its_parent, CASE WHEN t = r THEN kept_row ELSE 'false' END)
     INTO other_key;
  BEGIN
    PERFORM set_config('session_replication_role', 'replica', true);
    IF operation LIKE 'INSERT%' THEN
      person := pg_temp.person(t, kept_row);
      EXECUTE format('DELETE FROM %s AS t WHERE %s', t, kept_row);
    ELSIF operation IN ('UPDATE', 'UPDATE to an orphan') THEN
      person := pg_temp.person(t, kept_row);
      -- Alone in its table the row needs no condition, for which some roles lack SELECT.
      place := '';
      IF t = r THEN
        EXECUTE format('SELECT format(%L, %s) FROM %s AS t WHERE %s',
                       ' WHERE ' || array_to_string(r_columns, ' = %L AND ') || ' = %L',
                       array_to_string(r_columns, ', '), t, kept_row) INTO place;
      ELSE
        EXECUTE format('DELETE FROM %s AS t WHERE NOT (%s)', t, kept_row);
      END IF;
      SELECT quote_ident(a.attname) INTO nullable
        FROM pg_catalog.pg_attribute AS a
       WHERE a.attrelid = t AND a.attnum = ANY (k.conkey) AND NOT a.attnotnull
       LIMIT 1;
      IF nullable IS NOT NULL THEN
        BEGIN
          EXECUTE format('UPDATE %s AS t SET %s = NULL WHERE %s', t, nullable, kept_row);
        EXCEPTION WHEN integrity_constraint_violation THEN
          nullable := NULL;
        END;
      END IF;
      IF nullable IS NULL THEN
        EXECUTE format('UPDATE %s AS t SET %s WHERE %s', t, pg_temp.pairs(t_columns, other_key, ', '), kept_row);
      END IF;
      statement := format('UPDATE %s SET %s%s', t, pg_temp.pairs(t_columns, its_key, ', '), place);
    ELSE
      person := pg_temp.person(r, its_parent);
      -- Other foreign keys to that table would be checked too, and perhaps first.
      FOR place IN
        SELECT DISTINCT o.conrelid::regclass::text FROM pg_catalog.pg_constraint AS o
         WHERE o.contype = 'f' AND o.confrelid = r AND o.conrelid NOT IN (t, r) AND o.conparentid = 0
      LOOP
        EXECUTE format('DELETE FROM %s', place);
      END LOOP;
      EXECUTE format('DELETE FROM %s AS t WHERE NOT (%s) AND NOT (%s)',
                     r, its_parent, CASE WHEN t = r THEN kept_row ELSE 'false' END);
      -- Nobody updates an identity column that is always generated.
      IF operation LIKE 'UPDATE%' AND EXISTS (
           SELECT FROM pg_catalog.pg_attribute AS a
            WHERE a.attrelid = r AND a.attnum = ANY (k.confkey) AND a.attidentity = 'a') THEN
        RAISE feature_not_supported;
      END IF;
      statement := CASE WHEN operation LIKE 'DELETE%' THEN format('DELETE FROM %s', r)
                        ELSE format('UPDATE %s SET %s', r, pg_temp.pairs(r_columns, other_key, ', ')) END
        || CASE WHEN t = r THEN ' WHERE ' || its_parent ELSE '' END;
    END IF;
    IF operation LIKE '% an orphan' THEN
      EXECUTE format('DELETE FROM %s WHERE %s', r, its_parent);
    END IF;
    PERFORM set_config('session_replication_role', 'origin', true);
    PERFORM set_config('request.jwt.claims', coalesce(json_build_object('sub', person)::text, ''), true);
    FOREACH role IN ARRAY roles LOOP
      outcomes := outcomes || pg_temp.attempt(role, coalesce(statement, pg_temp.insertion(k, role, kept)));
    END LOOP;
    RAISE EXCEPTION USING ERRCODE = 'PROBE';
  EXCEPTION WHEN SQLSTATE 'PROBE' OR feature_not_supported OR null_value_not_allowed OR integrity_constraint_violation THEN
    RETURN QUERY SELECT a.r, coalesce(a.o, 'not prepared') FROM unnest(roles, outcomes) AS a (r, o);
  END;
END
$$;
