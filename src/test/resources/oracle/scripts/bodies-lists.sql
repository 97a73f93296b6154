-- Expressions of PL/pgSQL with commas between them, each with what may follow SELECT, and cursors that are named for statements.
DO $$
DECLARE r record; msg text; second int; third int;
BEGIN
  ASSERT a FROM t;
  ASSERT a FROM t, msg;
  ASSERT count(*) = 0 FROM t JOIN u USING (i), g(2) FROM v, w WHERE h(3);
  RAISE NOTICE 'x % %', a FROM t, second;
  RAISE NOTICE 'x % % %', max(a) FROM t, ARRAY[1, second], (1, third);
  RAISE NOTICE 'x % %', (SELECT a FROM t, u), g(1);
  RAISE NOTICE 'x %', max(a) FROM t JOIN u ON t.a = u.a USING HINT = f(1), DETAIL = g(2) FROM v;
  RAISE EXCEPTION USING MESSAGE = a FROM t, HINT = b FROM u WHERE c, TABLE := second, COLUMN = third FROM v;
  RAISE EXCEPTION 'x %', a FROM t USING MESSAGE := msg, SCHEMA = a.b, DATATYPE = 'f' || g(1);
  RAISE division_by_zero USING HINT = a FROM t, DETAIL = msg;
  EXECUTE 'x' USING a FROM t, second, c FROM u;
  EXECUTE 'x' USING a FROM t JOIN u USING (i), second INTO r;
  EXECUTE 'x' || f(1) FROM t, u INTO STRICT r USING a FROM t, second;
  FOR r IN EXECUTE 'x' USING a FROM t JOIN u USING (i), second LOOP NULL; END LOOP;
END
$$;
CREATE FUNCTION f1() RETURNS SETOF int LANGUAGE plpgsql AS $$
DECLARE c refcursor; second int;
BEGIN
  RETURN QUERY EXECUTE 'x' USING a FROM t, second;
  OPEN c FOR EXECUTE 'x' USING a FROM t, second;
END
$$;
DO $$
<<b1>>
DECLARE
  c CURSOR (a int) FOR SELECT 1;
  d CURSOR (a int, b int) FOR SELECT 1;
  insert CURSOR FOR SELECT 1 FROM t;
  update CURSOR (a int) FOR SELECT f(1) FROM u;
  delete CURSOR (a int) FOR SELECT 1;
  merge CURSOR (a int, b int) FOR SELECT 1;
  r record;
BEGIN
  OPEN c (a FROM t WHERE f(1));
  OPEN c (a := g(1) FROM t);
  OPEN b1.c (a => (SELECT x FROM t));
  OPEN d (h(1), a FROM t JOIN u USING (i));
  FOR r IN c (a := x FROM t) LOOP NULL; END LOOP;
  FOR r IN b1.c (i(1)) LOOP NULL; END LOOP;
  FOR r IN insert LOOP NULL; END LOOP;
  FOR r IN update (j(1)) LOOP NULL; END LOOP;
  FOR r IN b1.delete (k(1)) LOOP NULL; END LOOP;
  FOR r IN merge (a => l(1), b => (SELECT m(2) FROM v)) LOOP NULL; END LOOP;
  OPEN update (n(1));
  FETCH update INTO r;
  MOVE NEXT FROM insert;
  CLOSE insert;
END
$$;
DO $$
DECLARE insert int; update int; delete record; merge int[];
BEGIN
  insert := f(1);
  update = 2 FROM t;
  delete.a := 3;
  merge[g(1)] := h(2);
  SELECT i(insert), update INTO insert, update FROM insert, update, delete;
  CASE insert FROM t JOIN u USING (i) WHEN 1, j(2) THEN NULL; END CASE;
  CASE WHEN a FROM t, u THEN NULL; WHEN EXISTS (SELECT FROM v) AND b FROM w THEN NULL; END CASE;
END
$$;
CREATE FUNCTION f2() RETURNS int LANGUAGE plpgsql AS $$
DECLARE elsif int; elseif int; exception int; raise int; perform int; return int; get int;
BEGIN
  exception := f(1);
  elsif := g(2);
  elseif = h(3) FROM t;
  raise := i(4); perform := j(5); get := k(6);
  PERFORM exception, elsif FROM u;
  CASE get WHEN l(1) THEN NULL; WHEN m(2) THEN NULL; END CASE;
  return := n(7);
  RETURN return;
END
$$;
-- INTO between any two clauses.
CREATE FUNCTION f3() RETURNS int LANGUAGE plpgsql AS $$
DECLARE r int;
BEGIN
  INSERT INTO t VALUES (1) INTO r RETURNING f(1);
  INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING INTO r RETURNING g(1);
  INSERT INTO t VALUES (1) ON CONFLICT (a) DO UPDATE SET b = 1 INTO r WHERE h(1) RETURNING i(1);
  INSERT INTO t SELECT 1 FROM u INTO r RETURNING j(1);
  INSERT INTO t DEFAULT VALUES INTO r RETURNING k(1);
  UPDATE t AS x INTO r SET a = l(1) FROM u RETURNING m(1);
  UPDATE t SET a = 1 INTO r FROM u RETURNING n(1);
  UPDATE t SET a = 1 FROM u INTO r WHERE o(1) RETURNING p(1);
  UPDATE t SET a = 1 WHERE q(1) INTO r RETURNING s(1);
  DELETE FROM t INTO r USING u WHERE v(1) RETURNING w(1);
  DELETE FROM t USING u INTO STRICT r WHERE x(1) RETURNING y(1);
  DELETE FROM t WHERE z(1) INTO r RETURNING aa(1);
  MERGE INTO t USING u ON a WHEN MATCHED THEN UPDATE SET a = 1 INTO r RETURNING bb(1);
  MERGE INTO t USING u ON a INTO r WHEN MATCHED THEN DELETE RETURNING cc(1);
  RETURN r;
END
$$;
-- After a cast, a percent sign is an operator.
CREATE FUNCTION f4(a int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE type int; r int := a::s.t % type;
BEGIN
  r := a::public.d % type + CAST(a AS public.e) % type FROM t;
  IF a::public.d % rowtype > f(1) THEN NULL; END IF;
  RETURN a::t % type.c;
END
$$;
