-- AI features: topics, memories, conversations, searches, recommendations.

CREATE TABLE topics (
  id        serial  PRIMARY KEY,
  parent_id integer REFERENCES topics (id) ON DELETE CASCADE,
  slug      slug    NOT NULL UNIQUE,
  title     text    NOT NULL,
  CONSTRAINT topics_not_own_parent CHECK (parent_id <> id)
);

-- Memory

CREATE TABLE memory_entries (
  id              uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id         uuid        NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  organization_id uuid        REFERENCES organizations (id) ON DELETE CASCADE,
  topic_id        integer     REFERENCES topics (id) ON DELETE SET NULL,
  title           text        NOT NULL,
  content         text        NOT NULL,
  search_vector   tsvector    NOT NULL,
  metadata        jsonb       NOT NULL DEFAULT '{}',
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE memory_access_patterns (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  memory_id   uuid        NOT NULL REFERENCES memory_entries (id) ON DELETE CASCADE,
  user_id     uuid        NOT NULL,
  accessed_at timestamptz NOT NULL DEFAULT now(),
  access_kind text        NOT NULL DEFAULT 'read' CHECK (access_kind IN ('read', 'search', 'export')),
  CONSTRAINT user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);

-- Search

CREATE TABLE search_history (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id      uuid        NOT NULL,
  query        text        NOT NULL CHECK (query <> ''),
  result_count integer     NOT NULL DEFAULT 0,
  searched_at  timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);

CREATE TABLE query_classifications (
  id         bigserial  PRIMARY KEY,
  search_id  bigint     NOT NULL REFERENCES search_history (id) ON DELETE CASCADE,
  topic_id   integer    REFERENCES topics (id) ON DELETE SET NULL,
  intent     text       NOT NULL,
  confidence percentage NOT NULL,
  UNIQUE (search_id, intent)
);

CREATE TABLE memory_search_analytics (
  id             bigserial PRIMARY KEY,
  search_id      bigint    NOT NULL UNIQUE REFERENCES search_history (id) ON DELETE CASCADE,
  best_memory_id uuid      REFERENCES memory_entries (id) ON DELETE SET NULL,
  similarity     real      CHECK (similarity BETWEEN 0 AND 1),
  latency_ms     integer   NOT NULL
);

-- Calls to models: one partition a provider, the busiest provider is spread over four more.

CREATE TABLE ai_usage_logs (
  id              uuid           DEFAULT gen_random_uuid(),
  provider        ai_provider    NOT NULL,
  user_id         uuid           NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  organization_id uuid           REFERENCES organizations (id) ON DELETE SET NULL,
  vendor_key_id   uuid           REFERENCES vendor_api_keys (id) ON DELETE SET NULL,
  model           text           NOT NULL,
  input_tokens    integer        NOT NULL DEFAULT 0,
  output_tokens   integer        NOT NULL DEFAULT 0,
  cost            numeric(12, 6) NOT NULL DEFAULT 0,
  created_at      timestamptz    NOT NULL DEFAULT now(),
  PRIMARY KEY (id, provider)
) PARTITION BY LIST (provider);

CREATE TABLE ai_usage_logs_hal PARTITION OF ai_usage_logs
  FOR VALUES IN ('hal')
  PARTITION BY HASH (id);

CREATE TABLE ai_usage_logs_hal_0 PARTITION OF ai_usage_logs_hal FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE ai_usage_logs_hal_1 PARTITION OF ai_usage_logs_hal FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE ai_usage_logs_hal_2 PARTITION OF ai_usage_logs_hal FOR VALUES WITH (MODULUS 4, REMAINDER 2);
CREATE TABLE ai_usage_logs_hal_3 PARTITION OF ai_usage_logs_hal FOR VALUES WITH (MODULUS 4, REMAINDER 3);

CREATE TABLE ai_usage_logs_other PARTITION OF ai_usage_logs
  FOR VALUES IN ('deep_thought', 'multivac', 'in_house');

CREATE TABLE ai_response_cache (
  cache_key  text        COLLATE "C" PRIMARY KEY,
  provider   ai_provider NOT NULL,
  topic_id   integer     REFERENCES topics (id) ON DELETE CASCADE,
  response   jsonb       NOT NULL,
  hits       integer     NOT NULL DEFAULT 0,
  expires_at timestamptz NOT NULL
) WITH (fillfactor = 70);

-- Conversations

CREATE TABLE chat_conversations (
  id              uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id         uuid        NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  organization_id uuid        REFERENCES organizations (id) ON DELETE CASCADE,
  topic_id        integer     REFERENCES topics (id) ON DELETE SET NULL,
  title           text        NOT NULL,
  started_at      timestamptz NOT NULL DEFAULT now(),
  last_message_at timestamptz
);

CREATE TABLE chat_messages (
  id              bigint         GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  conversation_id uuid           NOT NULL REFERENCES chat_conversations (id) ON DELETE CASCADE,
  author          message_author NOT NULL,
  user_id         uuid           REFERENCES users (id) ON DELETE SET NULL,
  reply_to        bigint,
  body            text           NOT NULL,
  created_at      timestamptz    NOT NULL DEFAULT now(),
  UNIQUE (conversation_id, id),
  CONSTRAINT chat_messages_reply_fkey
    FOREIGN KEY (conversation_id, reply_to) REFERENCES chat_messages (conversation_id, id),
  CONSTRAINT chat_messages_user_named CHECK (author <> 'user' OR user_id IS NOT NULL)
);

-- Imports and insights

CREATE TABLE imported_data (
  id              bigserial   PRIMARY KEY,
  batch_number    bigint      NOT NULL DEFAULT nextval('import_batch_seq'::text),
  organization_id uuid        REFERENCES organizations (id) ON DELETE CASCADE,
  imported_by     integer,
  "sourceFile"    text        NOT NULL,
  "rowNumber"     integer     NOT NULL CHECK ("rowNumber" > 0),
  "Raw Row"       jsonb       NOT NULL,
  imported_at     timestamptz NOT NULL DEFAULT now(),
  UNIQUE (batch_number, "rowNumber")
);

-- Rows from before 2024 were never checked.
ALTER TABLE imported_data
  ADD CONSTRAINT imported_data_imported_by_fkey
    FOREIGN KEY (imported_by) REFERENCES simple_users (id) NOT VALID;

CREATE TABLE recommendations (
  id          bigserial     PRIMARY KEY,
  user_id     uuid          NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  topic_id    integer       REFERENCES topics (id) ON DELETE SET NULL,
  headline    text          NOT NULL,
  score       percentage    NOT NULL,
  weight      numeric(6, 3) NOT NULL DEFAULT 1,
  valid_until date,
  created_at  timestamptz   NOT NULL DEFAULT now()
);

CREATE TABLE ai_recommendations (
  id                uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  recommendation_id bigint      NOT NULL REFERENCES recommendations (id) ON DELETE CASCADE,
  product_id        bigint      NOT NULL REFERENCES products (id) ON DELETE CASCADE,
  usage_log_id      uuid,
  usage_provider    ai_provider,
  explanation       text        NOT NULL,
  accepted          boolean,
  UNIQUE (recommendation_id, product_id),
  CONSTRAINT ai_recommendations_usage_fkey
    FOREIGN KEY (usage_log_id, usage_provider) REFERENCES ai_usage_logs (id, provider)
);

CREATE TABLE pricing_insights (
  id                bigserial     PRIMARY KEY,
  product_id        bigint        NOT NULL REFERENCES products (id) ON DELETE CASCADE,
  recommendation_id bigint        REFERENCES recommendations (id) ON DELETE SET NULL,
  price_band        numrange      NOT NULL,
  currency          currency_code NOT NULL DEFAULT 'EUR',
  applies           daterange     NOT NULL,
  CONSTRAINT pricing_insights_no_overlap EXCLUDE USING gist (product_id WITH =, applies WITH &&)
);
