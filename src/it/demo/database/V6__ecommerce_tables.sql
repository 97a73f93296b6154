-- The shop: catalogue, orders, payments, subscriptions, and the Say payment system.

CREATE TABLE products (
  id             bigserial      PRIMARY KEY,
  sku            sku_code       NOT NULL UNIQUE,
  seller_id      uuid           NOT NULL REFERENCES organizations (id) ON DELETE RESTRICT,
  variant_of     bigint         REFERENCES products (id) ON DELETE CASCADE,
  name           text           NOT NULL,
  description    text           NOT NULL DEFAULT '',
  status         product_status NOT NULL DEFAULT 'draft',
  price          money_amount   NOT NULL,
  currency       currency_code  NOT NULL DEFAULT 'EUR',
  origin_country char(2)        REFERENCES countries (code),
  tags           text[]         NOT NULL DEFAULT '{}',
  attributes     jsonb          NOT NULL DEFAULT '{}',
  search_vector  tsvector       GENERATED ALWAYS AS (
    setweight(to_tsvector('english', name), 'A') || setweight(to_tsvector('english', description), 'B')) STORED,
  created_at     timestamptz    NOT NULL DEFAULT now(),
  updated_at     timestamptz    NOT NULL DEFAULT now(),
  CONSTRAINT products_not_variant_of_itself CHECK (variant_of <> id)
);

CREATE TABLE product_embeddings (
  product_id bigint      REFERENCES products (id) ON DELETE CASCADE,
  model      text,
  embedding  real[]      NOT NULL CHECK (cardinality(embedding) = 4),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (product_id, model)
);

-- Orders

CREATE TABLE orders (
  id               bigint         GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_number     text           NOT NULL UNIQUE DEFAULT next_order_number(),
  user_id          uuid           NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
  organization_id  uuid           REFERENCES organizations (id) ON DELETE SET NULL,
  status           order_status   NOT NULL DEFAULT 'draft',
  currency         currency_code  NOT NULL DEFAULT 'EUR',
  total            money_amount   NOT NULL DEFAULT 0,
  shipping_address postal_address,
  placed_at        timestamptz,
  created_at       timestamptz    NOT NULL DEFAULT now(),
  updated_at       timestamptz    NOT NULL DEFAULT now(),
  CONSTRAINT orders_placed_unless_draft CHECK (status IN ('draft', 'cancelled') OR placed_at IS NOT NULL)
);

CREATE TABLE order_items (
  order_id    bigint         REFERENCES orders (id) ON DELETE CASCADE,
  line_number smallint       CHECK (line_number > 0),
  product_id  bigint         NOT NULL REFERENCES products (id) ON DELETE RESTRICT,
  quantity    integer        NOT NULL DEFAULT 1,
  unit_price  money_amount   NOT NULL,
  line_total  numeric(16, 2) GENERATED ALWAYS AS (quantity * unit_price) STORED,
  PRIMARY KEY (order_id, line_number),
  CONSTRAINT quantity_positive CHECK (quantity > 0)
);

-- Payment providers

CREATE TABLE stripe_connect_accounts (
  id              text        PRIMARY KEY CHECK (id LIKE 'acct_%'),
  organization_id uuid        NOT NULL UNIQUE REFERENCES organizations (id) ON DELETE CASCADE,
  contact_id      uuid        REFERENCES users (id) ON DELETE SET NULL,
  country_code    char(2)     NOT NULL REFERENCES countries (code),
  charges_enabled boolean     NOT NULL DEFAULT false,
  payouts_enabled boolean     NOT NULL DEFAULT false,
  created_at      timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE subscriptions (
  id              uuid                PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id         uuid                NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  organization_id uuid                REFERENCES organizations (id) ON DELETE CASCADE,
  tier_code       text                NOT NULL REFERENCES user_tiers (code) ON UPDATE CASCADE,
  status          subscription_status NOT NULL DEFAULT 'trialing',
  period          tstzrange           NOT NULL CHECK (NOT isempty(period)),
  updated_at      timestamptz         NOT NULL DEFAULT now(),
  CONSTRAINT subscriptions_one_at_a_time
    EXCLUDE USING gist (user_id WITH =, period WITH &&) WHERE (status <> 'cancelled')
);

CREATE TABLE virtual_cards (
  id             uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id        uuid         NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  account_id     text         REFERENCES stripe_connect_accounts (id) ON DELETE SET NULL,
  last_four      char(4)      NOT NULL CHECK (last_four ~ '^[0-9]{4}$'),
  spending_limit money_amount NOT NULL DEFAULT 500,
  expires_on     date         NOT NULL,
  frozen_at      timestamptz
);

-- Payments

CREATE TABLE user_payments (
  id              uuid           PRIMARY KEY DEFAULT gen_random_uuid(),
  reference       bigint         NOT NULL UNIQUE DEFAULT nextval('payment_reference_seq'),
  user_id         uuid           NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
  order_id        bigint         REFERENCES orders (id) ON DELETE RESTRICT,
  subscription_id uuid           REFERENCES subscriptions (id) ON DELETE SET NULL,
  card_id         uuid           REFERENCES virtual_cards (id) ON DELETE SET NULL,
  status          payment_status NOT NULL DEFAULT 'pending',
  amount          money_amount   NOT NULL,
  currency        currency_code  NOT NULL DEFAULT 'EUR',
  created_at      timestamptz    NOT NULL DEFAULT now(),
  updated_at      timestamptz    NOT NULL DEFAULT now(),
  UNIQUE (id, currency),
  CONSTRAINT amount_positive CHECK (amount > 0)
);

CREATE TABLE payment_items (
  id          bigint        GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  payment_id  uuid          NOT NULL,
  currency    currency_code NOT NULL,
  order_id    bigint,
  line_number smallint,
  amount      money_amount  NOT NULL,
  CONSTRAINT payment_items_payment_fkey
    FOREIGN KEY (payment_id, currency) REFERENCES user_payments (id, currency) ON DELETE CASCADE,
  CONSTRAINT payment_items_order_item_fkey
    FOREIGN KEY (order_id, line_number) REFERENCES order_items (order_id, line_number) MATCH FULL
);

CREATE TABLE payment_audit (
  id         bigserial      PRIMARY KEY,
  payment_id uuid           NOT NULL REFERENCES user_payments (id) ON DELETE RESTRICT,
  old_status payment_status,
  new_status payment_status NOT NULL,
  changed_by uuid           REFERENCES users (id) ON DELETE SET NULL,
  changed_at timestamptz    NOT NULL DEFAULT now()
);

ALTER TABLE vendor_key_audit_log ALTER COLUMN id SET DEFAULT nextval('payment_audit_id_seq');

CREATE TABLE marketplace_transactions (
  id             uuid           PRIMARY KEY DEFAULT gen_random_uuid(),
  order_id       bigint         NOT NULL,
  line_number    smallint       NOT NULL,
  buyer_id       uuid           NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
  seller_account text           NOT NULL REFERENCES stripe_connect_accounts (id) ON UPDATE CASCADE,
  gross          money_amount   NOT NULL,
  fee_rate       percentage     NOT NULL DEFAULT 5,
  fee            numeric(14, 2) GENERATED ALWAYS AS (round(gross * fee_rate / 100, 2)) STORED,
  settled_at     timestamptz,
  CONSTRAINT marketplace_transactions_order_item_fkey
    FOREIGN KEY (order_id, line_number) REFERENCES order_items (order_id, line_number) ON DELETE CASCADE
);

-- The Say payment system

CREATE TABLE say_orders (
  id            serial      PRIMARY KEY,
  order_id      bigint      NOT NULL UNIQUE REFERENCES orders (id) ON DELETE CASCADE,
  user_id       uuid        NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
  say_reference text        COLLATE "C" NOT NULL UNIQUE,
  requested_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE say_bills (
  id           integer      PRIMARY KEY DEFAULT nextval('say_bill_number_seq'),
  say_order_id integer      NOT NULL REFERENCES say_orders (id) ON DELETE CASCADE,
  amount       money_amount NOT NULL,
  due_on       date         NOT NULL,
  paid_at      timestamptz
);

-- A transfer may name a beneficiary that the same transaction makes later: that key follows with its table.
CREATE TABLE say_transfers (
  id             bigserial    PRIMARY KEY,
  say_bill_id    integer      NOT NULL REFERENCES say_bills (id) ON DELETE CASCADE,
  payment_id     uuid         REFERENCES user_payments (id) ON DELETE SET NULL,
  beneficiary_id uuid         NOT NULL,
  amount         money_amount NOT NULL,
  executed_at    timestamptz
);
