-- Bodies of routines, in SQL and PL/pgSQL.
CREATE FUNCTION f1(a int, b public.mood) RETURNS int LANGUAGE sql RETURN a + public.g(b);
CREATE FUNCTION f2() RETURNS SETOF public.t LANGUAGE sql BEGIN ATOMIC SELECT * FROM public.t; INSERT INTO u SELECT * FROM v; WITH x AS (SELECT 1) SELECT * FROM x, y; END;
CREATE FUNCTION f3() RETURNS int LANGUAGE sql BEGIN ATOMIC; SELECT CASE WHEN a THEN CASE b WHEN 1 THEN 2 END END AS "end" FROM t; UPDATE t SET a = CASE WHEN b THEN 1 ELSE 2 END WHERE c; DELETE FROM t WHERE CASE WHEN a THEN b END; RETURN f(1); END;
CREATE FUNCTION f4() RETURNS void LANGUAGE sql BEGIN ATOMIC END;
CREATE PROCEDURE f5() BEGIN ATOMIC MERGE INTO t USING u ON t.i = u.i WHEN MATCHED THEN DELETE; (SELECT 1 FROM v); VALUES (f(1)); TABLE w; CALL p(g(2)); END;
CREATE FUNCTION f6() RETURNS int LANGUAGE sql AS 'SELECT 1; INSERT INTO t VALUES (f(1)) RETURNING a; SELECT $1.b FROM public.u;';
CREATE FUNCTION f7() RETURNS int LANGUAGE sql AS E'SELECT \'x\'::public.mood FROM t';
CREATE FUNCTION f8() RETURNS int LANGUAGE sql AS $f$ SELECT $$x$$ FROM "T t" -- FROM x
; $f$;
CREATE FUNCTION f9() RETURNS TABLE (a int, b public.t.c%TYPE) LANGUAGE sql STABLE SET search_path = public, x AS $$ TABLE t $$;
CREATE FUNCTION p1(a int, INOUT b public.mood, VARIADIC c text[] DEFAULT '{}') RETURNS SETOF record LANGUAGE plpgsql AS $body$
<<outer_block>>
DECLARE
  v1 int;
  v2 integer NOT NULL := f(1);
  v3 CONSTANT numeric(10, 2) DEFAULT public.g(2);
  v4 public.mood = 'sad';
  v5 text COLLATE "C" := 'x' || h(3);
  v6 text COLLATE pg_catalog."de_DE" NOT NULL DEFAULT (SELECT a FROM t);
  v7 CONSTANT text COLLATE "C" NOT NULL := (SELECT max(b) FROM public.u WHERE c = 1);
  v8 ALIAS FOR $1;
  v9 ALIAS FOR a;
  w1 public.t.c%TYPE;
  w2 t.c%TYPE := i(4);
  w3 public.t%ROWTYPE;
  w4 t%ROWTYPE;
  w5 "T t"."C c"%TYPE NOT NULL := 1;
  w6 a%TYPE;
  w7 public."T t" % ROWTYPE;
  x2 int[] := ARRAY[1, j(5)];
  x3 text ARRAY[4] DEFAULT ARRAY[]::text[];
  x4 public.mood[][];
  x5 record;
  x6 refcursor;
  x7 timestamp with time zone := now();
  x8 interval day to second(3) DEFAULT '1 day';
  x9 character varying(10) := NULL;
  y1 double precision := 1.0;
  y2 bit varying(3)[];
  c1 CURSOR FOR SELECT * FROM t;
  c2 CURSOR (p int, q public.mood) FOR SELECT * FROM public.u WHERE a = p AND b = k(q);
  c3 NO SCROLL CURSOR FOR WITH x AS (SELECT 1) SELECT * FROM x, v;
  c4 SCROLL CURSOR IS VALUES (l(1));
  c5 CURSOR (p t.c%TYPE) FOR TABLE w;
  c6 CURSOR FOR (SELECT 1 FROM x) UNION SELECT 2 FROM y;
  c7 CURSOR FOR INSERT INTO t VALUES (1) RETURNING *;
  c8 CURSOR FOR SELECT * FROM t FOR UPDATE OF t;
BEGIN
  NULL;
END outer_block;
$body$;
CREATE FUNCTION p2() RETURNS trigger LANGUAGE plpgsql AS $$
#print_strict_params on
#variable_conflict use_column
DECLARE
  t record; -- named like a table
  u public.u%ROWTYPE;
  orders int := 1;
  "Select" text;
  select_ text;
  value numeric; name text; key int; type text; data json; row_ record; path text; arr int[];
  old_t public.t;
BEGIN
  -- assignments
  orders := 1;
  orders = 2;
  t.a := f(1);
  t.b := 3;
  t.arr[1] := g(2);
  t.arr[h(1)][i(2)] := j(3);
  t.arr[1:2] := ARRAY[1];
  "Select" := 'x';
  t := (1, 2, 3);
  t := ROW(k(1), 2);
  t := (SELECT u FROM u);
  value := value + (SELECT count(*) FROM orders);
  name := max(a) FROM public.x WHERE b = orders;
  name := a FROM public.x ORDER BY l(b) LIMIT 1;
  key := count(*) FROM t JOIN u USING (a) WHERE t.x GROUP BY m(y) HAVING n(z);
  type := CASE WHEN a THEN b ELSE o(c) END;
  data := '{"a": 1}'::json -> 'a';
  path := q(TG_OP, TG_TABLE_NAME);
  NEW.a := r(OLD.b);
  NEW.b := EXISTS (SELECT FROM v WHERE v.a = NEW.a);
  orders := DISTINCT a FROM t;
  data := jsonb_build_object('a', NEW.a, 'b', s(OLD.*));
  RETURN NEW;
END
$$;
CREATE FUNCTION p3(n int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE r record; a int; b int; c int; x int; y int; t record; "C" int;
BEGIN
  IF n > f(1) THEN
    NULL;
  ELSIF EXISTS (SELECT 1 FROM t WHERE a = n) AND (CASE WHEN g(1) THEN true ELSE false END) THEN
    PERFORM h(1);
  ELSEIF (SELECT count(*) FROM u) > 1 THEN
    PERFORM * FROM v WHERE a = n ORDER BY i(1);
  ELSE
    PERFORM DISTINCT a FROM w;
    PERFORM 1 FROM x JOIN y USING (a) FOR UPDATE;
    PERFORM 1;
    PERFORM pg_notify('c', j(1)::text), k(2) FROM z;
    PERFORM (WITH q AS (SELECT 1 FROM t) SELECT 1 FROM q, r);
  END IF;
  IF count(*) = 0 FROM t WHERE a THEN NULL; END IF;
  IF a FROM t THEN NULL; END IF;
  IF NOT FOUND THEN RETURN; END IF;
  CASE n
    WHEN 1, f(2) THEN NULL;
    WHEN (SELECT 1 FROM t) THEN
      CASE WHEN g(1) THEN NULL; WHEN EXISTS (TABLE u) THEN INSERT INTO v VALUES (1); ELSE UPDATE w SET a = 1; END CASE;
    ELSE DELETE FROM x;
  END CASE;
  CASE WHEN n = 1 THEN NULL; ELSE NULL; END CASE;
  CASE (CASE WHEN n = 1 THEN f(1) END) WHEN 2 THEN NULL; END CASE;
  <<l1>>
  LOOP
    EXIT;
    EXIT l1;
    EXIT WHEN f(n);
    EXIT l1 WHEN (SELECT true FROM t);
    CONTINUE;
    CONTINUE l1 WHEN g(n) > 1;
    CONTINUE WHEN CASE WHEN a THEN b ELSE h(c) END;
  END LOOP l1;
  WHILE n < f(1) AND EXISTS (SELECT FROM t) LOOP n := n + 1; END LOOP;
  <<l2>> WHILE a FROM t LOOP EXIT l2; END LOOP l2;
  FOR i IN 1..10 LOOP NULL; END LOOP;
  FOR i IN REVERSE f(10)..g(1) BY h(2) LOOP NULL; END LOOP;
  FOR i IN min(a) FROM t .. max(a) FROM u, v BY count(*) FROM w LOOP NULL; END LOOP;
  FOR i IN 1..count(*) FROM t WHERE a IN (SELECT b FROM u) LOOP NULL; END LOOP;
  FOR i IN 1 .. (SELECT max(a) FROM t) LOOP INSERT INTO u VALUES (i); END LOOP;
  FOR i IN n..array_upper(ARRAY(SELECT a FROM t), 1) LOOP NULL; END LOOP;
  FOR i IN a.b..c.d LOOP NULL; END LOOP;
  FOR r IN SELECT * FROM t WHERE a IN (SELECT b FROM u) LOOP NULL; END LOOP;
  FOR r IN (SELECT * FROM t) LOOP NULL; END LOOP;
  FOR r IN (SELECT 1 FROM t) UNION ALL (SELECT 2 FROM u) ORDER BY f(1) LOOP NULL; END LOOP;
  FOR r IN WITH x AS (SELECT * FROM t) SELECT * FROM x, y LOOP NULL; END LOOP;
  FOR a, b, c IN VALUES (1, f(2), 3) LOOP NULL; END LOOP;
  FOR a, b, "C" IN TABLE t LOOP NULL; END LOOP;
  FOR r IN INSERT INTO t SELECT * FROM u RETURNING * LOOP NULL; END LOOP;
  FOR r IN UPDATE t SET a = 1 FROM u RETURNING f(t.a) LOOP NULL; END LOOP;
  FOR r IN DELETE FROM t USING u WHERE t.a = u.a RETURNING * LOOP NULL; END LOOP;
  FOR r IN MERGE INTO t USING u ON t.i = u.i WHEN MATCHED THEN DELETE RETURNING merge_action() LOOP NULL; END LOOP;
  FOR r IN EXPLAIN SELECT * FROM t LOOP NULL; END LOOP;
  FOR r IN EXECUTE 'SELECT 1' LOOP NULL; END LOOP;
  FOR r IN EXECUTE format('SELECT %s', f(1)) USING g(1), (SELECT a FROM t), h(2) LOOP NULL; END LOOP;
  <<l3>> FOREACH x IN ARRAY f(1) LOOP NULL; END LOOP l3;
  FOREACH x SLICE 1 IN ARRAY (SELECT a FROM t) LOOP NULL; END LOOP;
  FOREACH x, y IN ARRAY ARRAY[ROW(1, g(2))] LOOP NULL; END LOOP;
  RETURN f(1);
END;
$$;
CREATE FUNCTION p4(n int) RETURNS SETOF public.t LANGUAGE plpgsql AS $$
DECLARE r public.t; c refcursor; cc CURSOR (a int, b text) FOR SELECT * FROM t WHERE x = a; q text;
BEGIN
  RETURN NEXT r;
  RETURN NEXT (SELECT t FROM t LIMIT 1);
  RETURN NEXT f(1);
  RETURN QUERY SELECT * FROM t;
  RETURN QUERY (SELECT * FROM t) UNION (SELECT * FROM u);
  RETURN QUERY WITH x AS (DELETE FROM t RETURNING *) SELECT * FROM x;
  RETURN QUERY VALUES (f(1));
  RETURN QUERY TABLE u;
  RETURN QUERY INSERT INTO t DEFAULT VALUES RETURNING *;
  RETURN QUERY UPDATE t SET a = 1 RETURNING *;
  RETURN QUERY EXECUTE 'SELECT * FROM x';
  RETURN QUERY EXECUTE 'SELECT * FROM x WHERE a = $1' USING n, f(1), (SELECT a FROM u);
  RETURN QUERY EXECUTE f(q) USING g(1);
  OPEN c FOR SELECT * FROM t WHERE a = n;
  OPEN c NO SCROLL FOR SELECT * FROM t;
  OPEN c SCROLL FOR (SELECT * FROM t) UNION SELECT * FROM u;
  OPEN c FOR EXECUTE 'SELECT 1';
  OPEN c SCROLL FOR EXECUTE f(1) || 'x' USING g(2), (SELECT 1 FROM v);
  OPEN cc (1, f('x'));
  OPEN cc(b := g('y'), a => (SELECT 1 FROM u));
  OPEN cc(a := 1, b := 'x');
  FETCH c INTO r;
  FETCH NEXT FROM c INTO r.a, r.b;
  FETCH PRIOR IN c INTO n;
  FETCH FIRST FROM c INTO n;
  FETCH ABSOLUTE f(1) FROM c INTO n;
  FETCH RELATIVE -1 FROM c INTO n;
  FETCH FORWARD FROM c INTO n;
  FETCH BACKWARD FROM c INTO n;
  FETCH LAST FROM c INTO n;
  MOVE c;
  MOVE NEXT FROM c;
  MOVE FORWARD 5 FROM c;
  MOVE FORWARD f(2) FROM c;
  MOVE BACKWARD ALL FROM c;
  MOVE ABSOLUTE g(1) + 1 IN c;
  MOVE RELATIVE (SELECT 1 FROM t) FROM c;
  UPDATE t SET a = f(1) WHERE CURRENT OF c;
  DELETE FROM t WHERE CURRENT OF c;
  CLOSE c;
  FOR r IN cc (1, f('x')) LOOP NULL; END LOOP;
  FOR r IN cc (b := f('x'), a := 1) LOOP NULL; END LOOP;
  FOR r IN cc(a => (SELECT 1 FROM w), b => 'x') LOOP NULL; END LOOP;
  RETURN;
END $$;
CREATE FUNCTION p5(n int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE a int; b record; c text; "D d" int; t text;
BEGIN
  SELECT x, f(y) INTO a, c FROM t WHERE z = n;
  SELECT INTO a x FROM t;
  SELECT INTO STRICT a, c, "D d" f(x), y, z FROM t JOIN u USING (i);
  SELECT x INTO STRICT b FROM t;
  SELECT x FROM t INTO a;
  SELECT x FROM t WHERE y = f(1) INTO STRICT b;
  SELECT x FROM t ORDER BY g(1) LIMIT 1 INTO b FOR UPDATE;
  SELECT x FROM t, u INTO b WHERE t.a = u.a;
  SELECT x FROM t INTO b JOIN u ON f(t.a) WHERE u.y = g(1);
  SELECT x FROM t WHERE a = f(1) INTO b AND c = g(2) ORDER BY h(3);
  SELECT x, y FROM t JOIN u ON t.a = u.a INTO a, c WHERE f(1);
  SELECT count(*) INTO a FROM (SELECT 1 FROM v) w;
  SELECT INTO b * FROM t;
  SELECT INTO b t.* FROM t;
  SELECT INTO a count(*) FROM t;
  SELECT INTO a (SELECT 1 FROM v) FROM t;
  SELECT DISTINCT ON (x) y INTO a FROM t;
  WITH x AS (SELECT * FROM t) SELECT y INTO a FROM x, z;
  WITH x AS (SELECT * FROM t) SELECT y FROM x INTO a;
  SELECT x INTO a FROM t UNION SELECT y FROM u;
  VALUES (f(1)) INTO a;
  INSERT INTO t VALUES (1) RETURNING x INTO a;
  INSERT INTO t VALUES (n, f(2)) ON CONFLICT (x) DO UPDATE SET y = g(3) RETURNING x, h(y) INTO STRICT a, c;
  INSERT INTO t SELECT * FROM u WHERE v = n RETURNING * INTO b;
  INSERT INTO t (a, b) SELECT 1, 2 FROM u ON CONFLICT DO NOTHING;
  UPDATE t SET x = f(1), y = DEFAULT WHERE z = n RETURNING x INTO a;
  UPDATE t SET x = u.x FROM u WHERE t.i = u.i RETURNING t.* INTO b;
  UPDATE public.t AS s SET (x, y) = (SELECT 1, 2 FROM v) RETURNING s.x INTO "D d";
  DELETE FROM t WHERE x = n RETURNING y INTO c;
  MERGE INTO t USING u ON t.i = u.i WHEN MATCHED THEN UPDATE SET x = f(1) WHEN NOT MATCHED THEN INSERT (x) VALUES (g(2)) RETURNING merge_action() INTO c;
  MERGE INTO t USING u ON t.i = u.i WHEN MATCHED AND t.x > 1 THEN DELETE;
  EXECUTE 'SELECT 1';
  EXECUTE 'SELECT 1' INTO a;
  EXECUTE 'SELECT $1, $2' INTO STRICT a, c USING n, f(1);
  EXECUTE 'SELECT $1' USING g(1) INTO b;
  EXECUTE format('x %I', h(1)) USING (SELECT 1 FROM t), i(2);
  EXECUTE (SELECT c FROM q WHERE j(1));
  EXECUTE c || k(1);
  EXECUTE CASE WHEN a = 1 THEN f(1) ELSE g(2) END;
  GET DIAGNOSTICS a = ROW_COUNT;
  GET CURRENT DIAGNOSTICS a := ROW_COUNT, c = PG_CONTEXT, b.x = PG_ROUTINE_OID;
  RAISE;
  RAISE NOTICE 'x';
  RAISE NOTICE 'x % % %%', f(1), (SELECT a FROM t);
  RAISE EXCEPTION 'x %', n USING ERRCODE = 'P0001', HINT = f(1), DETAIL := 'y' || g(2), MESSAGE = 'z', TABLE = 'public.t', SCHEMA = 's', COLUMN = 'c', CONSTRAINT = h(3), DATATYPE = 'd';
  RAISE 'x %', i(1);
  RAISE division_by_zero;
  RAISE SQLSTATE '22012';
  RAISE WARNING division_by_zero USING MESSAGE = j(1);
  RAISE EXCEPTION SQLSTATE '22012' USING DETAIL = (SELECT x FROM u), HINT = 'k';
  RAISE USING MESSAGE = k(1), ERRCODE = 'unique_violation';
  RAISE EXCEPTION USING ERRCODE = l(1);
  RAISE DEBUG 'a' ;
  RAISE LOG 'b %', m(1) USING HINT = n(2);
  RAISE INFO $x$ % $x$, o(1);
  RAISE NOTICE E'x\n%', a;
  ASSERT f(1);
  ASSERT n > 0, 'x' || g(2);
  ASSERT EXISTS (SELECT FROM t), (SELECT x FROM u);
  ASSERT (SELECT count(*) FROM t) > 0;
  RETURN a;
EXCEPTION
  WHEN unique_violation OR SQLSTATE '22012' OR foreign_key_violation THEN
    GET STACKED DIAGNOSTICS c = MESSAGE_TEXT, t := PG_EXCEPTION_DETAIL;
    INSERT INTO log VALUES (f(SQLERRM), SQLSTATE);
    RAISE;
  WHEN others THEN
    BEGIN
      DELETE FROM t;
      IF a THEN NULL; ELSE PERFORM g(1); END IF;
    EXCEPTION WHEN no_data_found THEN
      CASE WHEN h(1) THEN NULL; END CASE;
    END;
    RETURN -1;
END;
$$;
CREATE PROCEDURE p6(INOUT a int) LANGUAGE plpgsql AS $$
#variable_conflict error
DECLARE
  t int; -- FROM x
BEGIN
  <<b1>>
  DECLARE
    t text := f(1); u public.u%ROWTYPE;
  BEGIN
    DECLARE t t.t%TYPE; BEGIN t := t.t FROM t t; END;
    t := b1.t;
    b1.t := public.g(b1.t, p6.a);
    SELECT b1.t, t.x, p6.a FROM t WHERE x = b1.u.y AND public.t.z = p6.a;
  END b1;
  COMMIT;
  COMMIT AND CHAIN;
  COMMIT AND NO CHAIN;
  ROLLBACK;
  ROLLBACK AND CHAIN;
  ROLLBACK AND NO CHAIN;
  CALL p6(a);
  CALL public.q(a, f(1), (SELECT 1 FROM t));
  CALL r(x => a, y := g(2));
  DO $x$ BEGIN PERFORM 1 FROM t; END $x$;
  CREATE TEMP TABLE tt (a int, b public.mood) ON COMMIT DROP;
  CREATE TABLE n AS SELECT * FROM t WHERE x = a;
  CREATE INDEX ON tt (lower(b));
  DROP TABLE IF EXISTS tt, public.uu;
  TRUNCATE t, u;
  LOCK TABLE t IN SHARE MODE;
  ALTER TABLE t ADD COLUMN x int DEFAULT f(1);
  GRANT SELECT ON t TO x;
  COPY t FROM STDIN;
  ANALYZE t;
  REFRESH MATERIALIZED VIEW mv;
  SET LOCAL search_path = public;
  SET CONSTRAINTS ALL DEFERRED;
  RESET ALL;
  NOTIFY x, 'y';
  LISTEN x;
  COMMENT ON TABLE t IS 'x';
  CREATE FUNCTION ff() RETURNS int LANGUAGE sql AS 'SELECT 1';
  EXPLAIN SELECT * FROM t;
END;
$$;
CREATE FUNCTION p7() RETURNS void LANGUAGE plpgsql AS $$/* a */DECLARE/* b */a/* c */int/* d */:=/* e */f/* f */(/* g */1/* h */)/* i */;/* j */BEGIN/* k */IF/* l */a/* m */=/* n */1/* o */THEN/* p */SELECT/* q */x/* r */INTO/* s */a/* t */FROM/* u */t/* v */;/* w */END/* x */IF/* y */;END/* z */$$;
CREATE FUNCTION p8() RETURNS void LANGUAGE plpgsql AS $$declare b int;r record;begin if a then select 1 into b from t;end if;for r in select*from"T"loop null;end loop;end$$;
CREATE FUNCTION p9() RETURNS void LANGUAGE plpgsql AS 'BEGIN PERFORM ''x''''y'', f(1) FROM t; RAISE NOTICE ''a %'', g(2); END';
CREATE FUNCTION q1() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  loop_x int; begin_ int; record record; cursor_ refcursor; return_ int; next int; query text; open_ int; alias int; constant_ int; exists_ bool; no int; "end" int; text text; date date; "if" int; error text; message text; detail text; "table" text;
BEGIN
  next := 1; query := 'x'; alias := f(1); record := ROW(1, 2); no := 3; "end" := 4; text := 'x'; date := now(); "if" := 5; error := 'e'; message := 'm'; detail := g(2); "table" := 't';
  next = h(1); query = 'SELECT'; text = date::text; date = 'x';
  SELECT next, query FROM alias, record, no WHERE text = date INTO next, query;
  IF next THEN query := 'y'; END IF;
  INSERT INTO query VALUES (next, "end");
  UPDATE next SET query = alias FROM date;
  RETURN;
END $$;
CREATE FUNCTION q2() RETURNS SETOF int LANGUAGE plpgsql AS $$
DECLARE x int;
BEGIN
  SELECT CASE WHEN a THEN 1 ELSE 2 END, CASE b WHEN 1 THEN f(1) END INTO x FROM t;
  IF (CASE WHEN a THEN b ELSE c END) THEN SELECT 1 FROM t; END IF;
  WHILE (CASE WHEN a THEN b END) LOOP SELECT 2 FROM u; END LOOP;
  RETURN QUERY SELECT CASE WHEN a THEN 1 END FROM v;
  x := CASE WHEN a THEN f(1) WHEN b THEN g(2) END;
  x := (CASE WHEN a THEN f(1) END) FROM w;
END $$;
CREATE FUNCTION r1() RETURNS int LANGUAGE plpgsql AS $$
BEGIN
  RETURN CASE WHEN EXISTS (SELECT 1 FROM x) THEN h(1) ELSE i(2) END;
END $$;
CREATE FUNCTION q3(INOUT int, text) RETURNS int LANGUAGE plpgsql AS $_$
DECLARE x int := $1; y text := $2 || f($1);
BEGIN
  IF $1 = 1 THEN RETURN; END IF;
  $1 := 2;
  x := $1 + g($2);
  x[1] := 2; x[f(1)] = g(3);
  SELECT $1.a, ($2).b FROM t WHERE c = $1;
  EXECUTE $q$ SELECT * FROM x WHERE a = $1 $q$ USING $1, f($2);
  RAISE NOTICE '%', $1;
  PERFORM f('a;b', $$c;d$$, E'e\';f', "g;h") FROM t; -- ; PERFORM x()
END $_$;
CREATE FUNCTION q4() RETURNS void LANGUAGE plpgsql AS $$
DECLARE r record;
BEGIN
  BEGIN BEGIN BEGIN END; END; END;
  <<a>> BEGIN EXIT a; END a;
  <<b>> DECLARE x int; BEGIN EXIT b WHEN f(x); END;
  <<"C c">> LOOP EXIT "C c"; END LOOP "C c";
  <<d>> FOR i IN 1..2 LOOP CONTINUE d WHEN i = g(1); END LOOP;
  BEGIN
    SELECT 1 FROM t;
  EXCEPTION
    WHEN SQLSTATE '22012' THEN NULL;
    WHEN division_by_zero THEN PERFORM h(1);
  END;
  SELECT 2 FROM u;
EXCEPTION WHEN others THEN
  IF SQLERRM LIKE 'x' THEN SELECT 3 FROM v; ELSE RAISE; END IF;
  CASE SQLSTATE WHEN '22012' THEN SELECT 4 FROM w; WHEN i(1) THEN NULL; END CASE;
  FOR r IN SELECT * FROM x LOOP CASE WHEN r.a THEN NULL; WHEN j(1) THEN NULL; END CASE; END LOOP;
END $$;
DO $$ BEGIN PERFORM f(1) FROM public.t; END $$;
DO LANGUAGE plpgsql 'DECLARE r record; BEGIN FOR r IN SELECT * FROM t LOOP RAISE NOTICE ''%'', r.a; END LOOP; END';
DO $$ <<x>> DECLARE a public.t.b%TYPE; BEGIN x.a := 1; END x $$ LANGUAGE plpgsql;
