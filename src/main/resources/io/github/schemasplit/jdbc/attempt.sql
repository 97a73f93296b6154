-- Runs commands under settings, a role among them, and takes back each of them and at last the settings: an error's end of a block is
-- the end of all that was done in it. The answer is a command's first value, or the rows that it wrote, or the server's SQLSTATE.
CREATE FUNCTION pg_temp.schemasplit_attempt(names text[], settings text[], commands text[]) RETURNS text[]
LANGUAGE plpgsql
AS $attempt$
DECLARE
    answers text[] := '{}';
    command text;
    answer text;
    written bigint;
BEGIN
    FOR i IN 1 .. pg_catalog.cardinality(names) LOOP
        PERFORM pg_catalog.set_config(names[i], settings[i], true);
    END LOOP;
    FOREACH command IN ARRAY commands LOOP
        BEGIN
            IF pg_catalog.starts_with(command, 'SELECT ') OR pg_catalog.starts_with(command, 'WITH ') THEN
                EXECUTE command INTO answer;
            ELSE
                EXECUTE command;
                GET DIAGNOSTICS written = ROW_COUNT;
                answer := pg_catalog.concat(written, ' rows');
            END IF;
            RAISE EXCEPTION USING ERRCODE = 'SS009', MESSAGE = answer;
        EXCEPTION
            WHEN SQLSTATE 'SS009' THEN
                answers := pg_catalog.array_append(answers, SQLERRM);
            WHEN OTHERS THEN
                answers := pg_catalog.array_append(answers, SQLSTATE);
        END;
    END LOOP;
    RAISE EXCEPTION USING ERRCODE = 'SS009';
EXCEPTION
    WHEN SQLSTATE 'SS009' THEN
        RETURN answers;
END
$attempt$
