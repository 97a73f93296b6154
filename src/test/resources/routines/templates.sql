-- How applications write routines. {f} is the routine, {a}, {b} and {c} are three tables; a blank line ends one.

CREATE FUNCTION {f}() RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT count(*) FROM {a} JOIN public.{b} ON {a}.id = {b}.ref
$$;

CREATE FUNCTION {f}(wanted int) RETURNS SETOF {a} LANGUAGE sql STABLE AS $$
  SELECT * FROM public.{a} WHERE id = wanted
$$;

CREATE FUNCTION {f}(wanted int) RETURNS json LANGUAGE plpgsql AS $$
DECLARE
  found {a}%ROWTYPE;
  other public.{b}.id%TYPE;
BEGIN
  SELECT * INTO found FROM {a} WHERE id = wanted;
  SELECT id INTO other FROM {b} WHERE ref = found.id LIMIT 1;
  RETURN row_to_json(found);
END $$;

CREATE FUNCTION {f}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO {b} (id, ref, note) VALUES (NEW.id + 1000000, NEW.id, TG_OP)
  ON CONFLICT (id) DO UPDATE SET note = excluded.note || {b}.note;
  RETURN NEW;
END $$;
CREATE TRIGGER {f} AFTER UPDATE ON {a} FOR EACH ROW EXECUTE FUNCTION {f}();

CREATE FUNCTION {f}(wanted text) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  n int;
BEGIN
  EXECUTE 'SELECT count(*) FROM public.{a} WHERE note = $1' INTO n USING wanted;
  RETURN n;
END $$;

CREATE FUNCTION {f}(wanted text) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  n int;
BEGIN
  EXECUTE format('SELECT count(*) FROM {a} AS x JOIN public.{b} AS y ON x.id = y.ref WHERE x.note = %L', wanted) INTO n;
  RETURN n;
END $$;

CREATE FUNCTION {f}() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  r record;
BEGIN
  FOR r IN
    SELECT a.id, b.note FROM {a} AS a LEFT JOIN LATERAL (SELECT note FROM {b} WHERE {b}.ref = a.id LIMIT 1) AS b ON true
  LOOP
    UPDATE {b} SET note = r.note FROM {a} WHERE {b}.ref = {a}.id AND {a}.id = r.id;
  END LOOP;
END $$;

CREATE FUNCTION {f}() RETURNS int LANGUAGE plpgsql AS $$
BEGIN
  WITH moved AS (DELETE FROM {a} USING public.{b} WHERE {a}.id = -{b}.id RETURNING {a}.*)
  INSERT INTO {c} SELECT * FROM moved;
  RETURN (SELECT max(id) FROM {c});
END $$;

CREATE FUNCTION {f}() RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  some CURSOR (least int) FOR SELECT * FROM {a} WHERE id > least ORDER BY id;
  x {a};
BEGIN
  OPEN some(3);
  FETCH some INTO x;
  CLOSE some;
  RETURN EXISTS (SELECT FROM {b} WHERE ref = x.id);
EXCEPTION WHEN no_data_found THEN
  RETURN false;
END $$;

CREATE PROCEDURE {f}() LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE {a} IN SHARE MODE;
  TRUNCATE {c};
  PERFORM nextval('{a}_id_seq'), setval('public.{b}_id_seq', 9000);
  ANALYZE {a};
END $$;

CREATE FUNCTION {f}() RETURNS text LANGUAGE sql AS $$
  SELECT 'public.{a}'::regclass::oid || ' ' || to_regclass('{b}')::oid || ' ' || pg_get_serial_sequence('public.{a}', 'id')::regclass::oid
$$;

CREATE FUNCTION {f}({a} {a}) RETURNS text LANGUAGE sql AS $$
  SELECT (SELECT note FROM {b} WHERE {b}.ref = {a}.id LIMIT 1)
$$;

CREATE FUNCTION {f}() RETURNS TABLE (id int, note text) LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    SELECT {a}.id, {a}.note FROM {a} WHERE {a}.note IS NOT NULL UNION ALL SELECT id, note FROM public.{b} ORDER BY 1;
END $$;

CREATE FUNCTION {f}() RETURNS int LANGUAGE plpgsql AS $$
BEGIN
  CREATE TEMP TABLE IF NOT EXISTS temporary_{f} AS SELECT * FROM {a};
  RETURN (SELECT count(*) FROM temporary_{f} JOIN {b} USING (id));
END $$;

CREATE FUNCTION {f}() RETURNS int[] LANGUAGE plpgsql AS $$
DECLARE
  all_of_them public.{a}[];
BEGIN
  SELECT array_agg({a}) INTO all_of_them FROM {a};
  RETURN ARRAY(SELECT (unnest(all_of_them)).id ORDER BY 1);
END $$;

CREATE FUNCTION {f}(unused text DEFAULT 'public.{a}') RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  n bigint;
BEGIN -- reads "{a}", and locks public.{b}
  PERFORM FROM "public"."{a}" AS {b} FOR UPDATE OF {b};
  SELECT count(*) INTO STRICT n FROM "{a}" AS {b}, public.{b} AS {a} WHERE {a}.id = {b}.id;
  RETURN n;
END $$;
