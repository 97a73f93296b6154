-- Schemas storage and realtime: of what is in them that which applications write policies for, and refer to in these.

SET ROLE supabase_storage_admin;

CREATE TABLE storage.buckets (
  id                 text        PRIMARY KEY,
  name               text        NOT NULL UNIQUE,
  owner              uuid,
  owner_id           text,
  public             boolean     DEFAULT false,
  avif_autodetection boolean     DEFAULT false,
  file_size_limit    bigint,
  allowed_mime_types text[],
  created_at         timestamptz DEFAULT now(),
  updated_at         timestamptz DEFAULT now()
);

CREATE TABLE storage.objects (
  id               uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  bucket_id        text        REFERENCES storage.buckets,
  name             text,
  owner            uuid,
  owner_id         text,
  version          text,
  metadata         jsonb,
  user_metadata    jsonb,
  path_tokens      text[]      GENERATED ALWAYS AS (string_to_array(name, '/')) STORED,
  created_at       timestamptz DEFAULT now(),
  updated_at       timestamptz DEFAULT now(),
  last_accessed_at timestamptz DEFAULT now(),
  UNIQUE (bucket_id, name)
);

ALTER TABLE storage.buckets ENABLE ROW LEVEL SECURITY;
ALTER TABLE storage.objects ENABLE ROW LEVEL SECURITY;

-- Of 'avatars/7/me.png' the folders, the file, and what kind of file it says it is.
CREATE FUNCTION storage.foldername(name text) RETURNS text[]
LANGUAGE sql IMMUTABLE
AS $$
  SELECT path.parts[1 : cardinality(path.parts) - 1] FROM (SELECT string_to_array(name, '/')) AS path (parts)
$$;

CREATE FUNCTION storage.filename(name text) RETURNS text
LANGUAGE sql IMMUTABLE
AS $$
  SELECT substring(name FROM '[^/]*$')
$$;

CREATE FUNCTION storage.extension(name text) RETURNS text
LANGUAGE sql IMMUTABLE
AS $$
  SELECT substring(storage.filename(name) FROM '[^.]*$')
$$;

RESET ROLE;
SET ROLE supabase_realtime_admin;

CREATE TABLE realtime.messages (
  id          uuid      NOT NULL DEFAULT gen_random_uuid(),
  topic       text      NOT NULL,
  extension   text      NOT NULL,
  event       text,
  payload     jsonb,
  private     boolean   DEFAULT false,
  inserted_at timestamp NOT NULL DEFAULT now(),
  updated_at  timestamp NOT NULL DEFAULT now(),
  PRIMARY KEY (id, inserted_at)
) PARTITION BY RANGE (inserted_at);

ALTER TABLE realtime.messages ENABLE ROW LEVEL SECURITY;

GRANT SELECT, INSERT, UPDATE ON realtime.messages TO anon, authenticated, service_role;
GRANT ALL ON realtime.messages TO postgres, dashboard_user;

CREATE FUNCTION realtime.topic() RETURNS text
LANGUAGE sql STABLE
AS $$
  SELECT nullif(current_setting('realtime.topic', true), '')
$$;

RESET ROLE;
