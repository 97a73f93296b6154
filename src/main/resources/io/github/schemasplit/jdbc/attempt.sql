-- Runs a command under settings, a role among them, and takes all of it back: an error's end of a block is the end of what was done
-- in it. The answer is the command's first value, or the rows that it wrote, or the server's SQLSTATE.
CREATE FUNCTION pg_temp.schemasplit_attempt(names text[], settings text[], command text) RETURNS text
LANGUAGE plpgsql
AS $attempt$
DECLARE
    answer text;
    written bigint;
BEGIN
    FOR i IN 1 .. pg_catalog.cardinality(names) LOOP
        PERFORM pg_catalog.set_config(names[i], settings[i], true);
    END LOOP;
    IF command ~ '^(SELECT|WITH) ' THEN
        EXECUTE command INTO answer;
    ELSE
        EXECUTE command;
        GET DIAGNOSTICS written = ROW_COUNT;
        answer := written || ' rows';
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'SS009', MESSAGE = answer;
EXCEPTION
    WHEN SQLSTATE 'SS009' THEN
        RETURN SQLERRM;
    WHEN OTHERS THEN
        RETURN SQLSTATE;
END
$attempt$
