-- Extensions, enum types, domains, a composite type, free-standing sequences
-- and the few functions that column definitions rest on.

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

-- Enum types

CREATE TYPE user_status AS ENUM ('invited', 'active', 'suspended', 'closed');
CREATE TYPE organization_role AS ENUM ('viewer', 'member', 'admin', 'owner');
CREATE TYPE notification_channel AS ENUM ('email', 'push', 'sms', 'in_app');
CREATE TYPE oauth_provider AS ENUM ('acme_id', 'globex_id', 'initech_id');
CREATE TYPE http_method AS ENUM ('GET', 'POST', 'PUT', 'PATCH', 'DELETE');
CREATE TYPE deployment_environment AS ENUM ('development', 'staging', 'production');
CREATE TYPE error_severity AS ENUM ('notice', 'warning', 'error', 'fatal');
CREATE TYPE product_status AS ENUM ('draft', 'active', 'discontinued');
CREATE TYPE order_status AS ENUM ('draft', 'placed', 'paid', 'shipped', 'delivered', 'cancelled');
CREATE TYPE payment_status AS ENUM ('pending', 'authorized', 'captured', 'refunded', 'failed');
CREATE TYPE subscription_status AS ENUM ('trialing', 'active', 'past_due', 'cancelled');
CREATE TYPE consent_status AS ENUM ('requested', 'granted', 'expired', 'revoked');
CREATE TYPE ai_provider AS ENUM ('hal', 'deep_thought', 'multivac', 'in_house');
CREATE TYPE message_author AS ENUM ('user', 'assistant', 'system', 'tool');

-- Domains

CREATE FUNCTION is_valid_iban(candidate text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE STRICT
AS $$
DECLARE
  rearranged text := substr(candidate, 5) || substr(candidate, 1, 4);
  remainder  integer := 0;
  symbol     text;
BEGIN
  IF candidate !~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}$' THEN
    RETURN false;
  END IF;
  FOREACH symbol IN ARRAY regexp_split_to_array(rearranged, '') LOOP
    IF symbol BETWEEN '0' AND '9' THEN
      remainder := (remainder * 10 + symbol::integer) % 97;
    ELSE
      remainder := (remainder * 100 + ascii(symbol) - 55) % 97;
    END IF;
  END LOOP;
  RETURN remainder = 1;
END
$$;

CREATE DOMAIN email_address AS citext
  CONSTRAINT email_address_shape CHECK (VALUE ~ '^[^@[:space:]]+@[^@[:space:]]+$');

CREATE DOMAIN slug AS text
  CONSTRAINT slug_shape CHECK (VALUE ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

CREATE DOMAIN currency_code AS char(3)
  CONSTRAINT currency_code_upper_case CHECK (VALUE ~ '^[A-Z]{3}$');

CREATE DOMAIN money_amount AS numeric(14, 2)
  CONSTRAINT money_amount_not_negative CHECK (VALUE >= 0);

CREATE DOMAIN percentage AS numeric(5, 2)
  CONSTRAINT percentage_range CHECK (VALUE BETWEEN 0 AND 100);

CREATE DOMAIN sku_code AS text
  CONSTRAINT sku_code_shape CHECK (VALUE ~ '^[A-Z]{3}-[0-9]{4}$');

CREATE DOMAIN iban AS text
  CONSTRAINT iban_check_digits CHECK (is_valid_iban(VALUE));

-- Composite type

CREATE TYPE postal_address AS (
  street       text,
  city         text,
  postal_code  text,
  country_code char(2)
);

-- Free-standing sequences

CREATE SEQUENCE order_number_seq START WITH 100001 CACHE 20;
CREATE SEQUENCE say_bill_number_seq AS integer START WITH 5001;
CREATE SEQUENCE payment_reference_seq START WITH 700001;
CREATE SEQUENCE import_batch_seq;

-- Functions that column defaults and index expressions use

CREATE FUNCTION next_order_number() RETURNS text
LANGUAGE sql VOLATILE
AS $$
  SELECT 'SO-' || nextval('public.order_number_seq')
$$;

CREATE FUNCTION normalize_label(label text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
  SELECT lower(btrim(regexp_replace(label, '[[:space:]]+', ' ', 'g')))
$$;
