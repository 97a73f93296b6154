-- Functions, procedures and an aggregate, in all the styles that grew over the years.

-- Who may do what

CREATE FUNCTION is_organization_member(candidate uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
  SELECT EXISTS (
    SELECT FROM public.user_roles AS r
     WHERE r.organization_id = candidate
       AND r.user_id = auth.uid())
$$;

CREATE FUNCTION has_role(candidate uuid, wanted organization_role) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
AS $$
  SELECT EXISTS (
    SELECT FROM user_roles AS r
     WHERE r.organization_id = candidate
       AND r.user_id = auth.uid()
       AND r.role >= wanted)
$$;

CREATE FUNCTION feature_enabled(flag text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT coalesce((SELECT f.enabled FROM feature_flags AS f WHERE f.key = flag), false)
$$;

CREATE FUNCTION current_tier() RETURNS user_tiers
LANGUAGE plpgsql STABLE
AS $$
DECLARE
  tier user_tiers%ROWTYPE;
BEGIN
  SELECT t.* INTO tier
    FROM users AS u
    JOIN user_tiers AS t ON t.code = u.tier_code
   WHERE u.id = auth.uid();
  RETURN tier;
END
$$;

-- Reading: plain SQL

CREATE FUNCTION orders_of(customer uuid) RETURNS SETOF orders
LANGUAGE sql STABLE
AS $$
  SELECT * FROM orders WHERE user_id = customer ORDER BY id
$$;

CREATE FUNCTION orders_of(customer uuid, since timestamptz) RETURNS SETOF orders
LANGUAGE sql STABLE
AS $$
  SELECT * FROM public.orders_of(customer) WHERE placed_at >= since
$$;

CREATE FUNCTION product_label(product products) RETURNS text
LANGUAGE sql STABLE
AS $$
  SELECT format('%s – %s (%s %s)', product.sku, product.name, product.price, product.currency)
$$;

CREATE FUNCTION topic_path(topic integer) RETURNS text
LANGUAGE sql STABLE
AS $$
  WITH RECURSIVE ancestors (id, parent_id, title, depth) AS (
      SELECT t.id, t.parent_id, t.title, 0
        FROM topics AS t
       WHERE t.id = topic
    UNION ALL
      SELECT t.id, t.parent_id, t.title, a.depth + 1
        FROM ancestors AS a
        JOIN topics AS t ON t.id = a.parent_id
  )
  SELECT string_agg(title, ' / ' ORDER BY depth DESC) FROM ancestors
$$;

CREATE FUNCTION search_memories(words text, max_results integer DEFAULT 10)
RETURNS TABLE (memory_id uuid, title text, rank real)
LANGUAGE sql STABLE
AS $$
  SELECT m.id, m.title, ts_rank(m.search_vector, q.query)
    FROM public.memory_entries AS m,
         websearch_to_tsquery('english', words) AS q (query)
   WHERE m.search_vector @@ q.query
   ORDER BY 3 DESC, m.title
   LIMIT max_results
$$;

CREATE FUNCTION risk_band(score percentage) RETURNS text
LANGUAGE sql IMMUTABLE
AS $$
  SELECT CASE WHEN score < 30 THEN 'low' WHEN score < 70 THEN 'medium' ELSE 'high' END
$$;

-- Reading: SQL that PostgreSQL 14 and later keep as parsed statements, not as text

DO $$
BEGIN
  IF current_setting('server_version_num')::integer >= 140000 THEN
    EXECUTE $sql$
      CREATE FUNCTION order_total(wanted bigint) RETURNS numeric
      LANGUAGE sql STABLE
      BEGIN ATOMIC
        SELECT coalesce(sum(i.line_total), 0) FROM order_items AS i WHERE i.order_id = wanted;
      END
    $sql$;
    EXECUTE $sql$
      CREATE FUNCTION customer_lifetime_value(customer uuid) RETURNS numeric
      LANGUAGE sql STABLE
      RETURN (SELECT coalesce(sum(p.amount), 0)
                FROM user_payments AS p
               WHERE p.user_id = customer AND p.status = 'captured')
    $sql$;
    EXECUTE $sql$
      CREATE PROCEDURE mark_notifications_read(reader uuid)
      LANGUAGE sql
      BEGIN ATOMIC
        UPDATE notifications SET read_at = now() WHERE user_id = reader AND read_at IS NULL;
        UPDATE users SET updated_at = now() WHERE id = reader;
      END
    $sql$;
  ELSE
    EXECUTE $sql$
      CREATE FUNCTION order_total(wanted bigint) RETURNS numeric
      LANGUAGE sql STABLE
      AS 'SELECT coalesce(sum(i.line_total), 0) FROM order_items AS i WHERE i.order_id = wanted'
    $sql$;
    EXECUTE $sql$
      CREATE FUNCTION customer_lifetime_value(customer uuid) RETURNS numeric
      LANGUAGE sql STABLE
      AS 'SELECT coalesce(sum(p.amount), 0)
            FROM user_payments AS p
           WHERE p.user_id = customer AND p.status = ''captured'''
    $sql$;
    EXECUTE $sql$
      CREATE PROCEDURE mark_notifications_read(reader uuid)
      LANGUAGE sql
      AS 'UPDATE notifications SET read_at = now() WHERE user_id = reader AND read_at IS NULL;
          UPDATE users SET updated_at = now() WHERE id = reader'
    $sql$;
  END IF;
END
$$;

-- An aggregate: the mean of values, each with its weight

CREATE FUNCTION weighted_mean_step(state numeric[], value numeric, weight numeric) RETURNS numeric[]
LANGUAGE sql IMMUTABLE
AS $$
  SELECT ARRAY[state[1] + value * weight, state[2] + weight]
$$;

CREATE FUNCTION weighted_mean_result(state numeric[]) RETURNS numeric
LANGUAGE sql IMMUTABLE
AS $$
  SELECT round(state[1] / nullif(state[2], 0), 2)
$$;

CREATE AGGREGATE weighted_mean(value numeric, weight numeric) (
  SFUNC     = weighted_mean_step,
  STYPE     = numeric[],
  FINALFUNC = weighted_mean_result,
  INITCOND  = '{0,0}'
);

CREATE FUNCTION recommendation_score(reader uuid) RETURNS numeric
LANGUAGE sql STABLE SET search_path = public
AS $$
  SELECT weighted_mean(score, weight) FROM recommendations WHERE user_id = reader
$$;

-- Changing: PL/pgSQL

CREATE FUNCTION place_order(customer uuid, sku text, quantity integer DEFAULT 1) RETURNS bigint
LANGUAGE plpgsql
AS $$
DECLARE
  product   products%ROWTYPE;
  new_order orders.id%TYPE;
BEGIN
  SELECT p.* INTO product FROM products AS p WHERE p.sku = place_order.sku AND p.status = 'active';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'There is no active product %', sku USING ERRCODE = 'no_data_found';
  END IF;

  INSERT INTO orders (user_id, status, currency, placed_at)
  VALUES (customer, 'placed', product.currency, now())
  RETURNING id INTO new_order;

  INSERT INTO order_items (order_id, line_number, product_id, quantity, unit_price)
  VALUES (new_order, 1, product.id, place_order.quantity, product.price);

  RETURN new_order;
END
$$;

CREATE FUNCTION refund_payment(payment uuid) RETURNS payment_status
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  refunded "public"."user_payments";
BEGIN
  UPDATE "public"."user_payments"
     SET status = 'refunded'
   WHERE id = payment
     AND status = 'captured'
  RETURNING * INTO refunded;
  IF refunded.id IS NULL THEN
    RAISE EXCEPTION 'Payment % was not captured', payment;
  END IF;
  RETURN refunded.status;
END
$$;

CREATE PROCEDURE approve_bulk_payment(payment bigint, approver uuid)
LANGUAGE plpgsql
AS $$
DECLARE
  found public.bulk_payments;
BEGIN
  SELECT * INTO STRICT found FROM public.bulk_payments WHERE id = payment FOR UPDATE;
  IF found.status <> 'pending' THEN
    RAISE EXCEPTION 'Bulk payment % is %, not pending', found.reference, found.status;
  END IF;
  UPDATE public.bulk_payments
     SET status = 'authorized', approved_by = approver
   WHERE id = payment;
END
$$;

CREATE FUNCTION usage_of(organization uuid) RETURNS TABLE (metric text, quantity bigint, cost numeric)
LANGUAGE plpgsql STABLE
AS $$
#variable_conflict use_column
DECLARE
  part record;
BEGIN
  FOR part IN
    SELECT metric, sum(quantity)::bigint AS quantity, sum(total_cost) AS cost
      FROM usage_tracking
     WHERE organization_id = organization
     GROUP BY metric
     ORDER BY metric
  LOOP
    metric   := part.metric;
    quantity := part.quantity;
    cost     := part.cost;
    RETURN NEXT;
  END LOOP;
END
$$;

CREATE FUNCTION transfer_bill(bill integer, recipient uuid) RETURNS bigint
LANGUAGE plpgsql SET search_path = public
AS $$
DECLARE
  transfer say_transfers;
BEGIN
  INSERT INTO say_transfers (say_bill_id, beneficiary_id, amount)
  SELECT b.id, recipient, b.amount FROM say_bills AS b WHERE b.id = bill
  RETURNING * INTO transfer;
  UPDATE say_bills SET paid_at = now() WHERE id = transfer.say_bill_id;
  RETURN currval('say_transfers_id_seq');
END
$$;

CREATE FUNCTION remember_response(key text, from_provider ai_provider, answer jsonb) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  INSERT INTO ai_response_cache AS c (cache_key, provider, response, expires_at)
  VALUES (key, from_provider, answer, now() + interval '1 day')
  ON CONFLICT ON CONSTRAINT ai_response_cache_pkey
  DO UPDATE SET response = excluded.response, hits = c.hits + 1, expires_at = excluded.expires_at;
END
$$;

-- Dynamic SQL

CREATE FUNCTION count_rows(table_name text) RETURNS bigint
LANGUAGE plpgsql STABLE
AS $$
DECLARE
  counted bigint;
BEGIN
  EXECUTE format('SELECT count(*) FROM %I.%I', 'public', table_name) INTO counted;
  RETURN counted;
END
$$;

CREATE FUNCTION table_exists(table_name text) RETURNS boolean
LANGUAGE sql STABLE
AS $$
  SELECT to_regclass('public.' || quote_ident(table_name)) IS NOT NULL
$$;

CREATE PROCEDURE purge_logs(log_table text, older_than timestamptz)
LANGUAGE plpgsql
AS $$
DECLARE
  purged bigint;
BEGIN
  IF log_table NOT IN ('webhook_logs', 'system_error_logs', 'edoc_usage_logs') THEN
    RAISE EXCEPTION 'Table % is not a log', log_table;
  END IF;
  EXECUTE format('DELETE FROM public.%I WHERE created_at < $1', log_table) USING older_than;
  GET DIAGNOSTICS purged = ROW_COUNT;
  RAISE NOTICE '% rows purged from %', purged, log_table;
END
$$;

CREATE PROCEDURE archive_orders(before timestamptz)
LANGUAGE plpgsql
AS $$
BEGIN
  EXECUTE 'INSERT INTO backup_orders_2023 (id, order_number, user_id, status, total, placed_at) '
       || 'SELECT id, order_number, user_id, status, total, placed_at FROM orders WHERE placed_at < $1'
    USING before;
END
$$;

CREATE PROCEDURE refresh_product_sales()
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
AS $$
BEGIN
  REFRESH MATERIALIZED VIEW product_sales;
END
$$;

-- For triggers

-- Leaves a row alone whose updated_at the statement sets itself.
CREATE FUNCTION set_updated_at() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF NEW.updated_at IS NOT DISTINCT FROM OLD.updated_at THEN
    NEW.updated_at := now();
  END IF;
  RETURN NEW;
END
$$;

CREATE FUNCTION write_audit_log() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
AS $$
BEGIN
  INSERT INTO audit_log (table_schema, table_name, operation, actor_id, old_row, new_row)
  VALUES (TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP, auth.uid(),
          CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END,
          CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END);
  RETURN NULL;
END
$$;

CREATE FUNCTION handle_new_account() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  INSERT INTO public.users (id, email, display_name, created_at, updated_at)
  VALUES (NEW.id, NEW.email, split_part(NEW.email, '@', 1), NEW.created_at, NEW.created_at);
  INSERT INTO public.notification_settings (user_id, channel, updated_at)
  VALUES (NEW.id, 'in_app', NEW.created_at);
  RETURN NEW;
END
$$;

-- Once a statement, not once a row. Touches only orders whose total is wrong.
CREATE FUNCTION update_order_totals() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  UPDATE orders AS o
     SET total = order_total(o.id)
   WHERE o.id IN (SELECT order_id FROM changed_items)
     AND o.total <> order_total(o.id);
  RETURN NULL;
END
$$;

CREATE FUNCTION log_payment_status() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  INSERT INTO public.payment_audit (payment_id, old_status, new_status, changed_by)
  VALUES (NEW.id, OLD.status, NEW.status, auth.uid());
  RETURN NULL;
END
$$;

CREATE FUNCTION check_bulk_payment_lines() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  line_sum numeric;
BEGIN
  SELECT sum((line ->> 'amount')::numeric) INTO line_sum FROM jsonb_array_elements(NEW.lines) AS line;
  IF line_sum IS DISTINCT FROM NEW.amount THEN
    RAISE EXCEPTION 'The lines of bulk payment % add up to %, not %', NEW.reference, line_sum, NEW.amount
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION index_memory_entry() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  NEW.search_vector := setweight(to_tsvector('english', NEW.title), 'A')
                    || setweight(to_tsvector('english', NEW.content), 'D');
  RETURN NEW;
END
$$;

CREATE FUNCTION touch_conversation() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  UPDATE chat_conversations
     SET last_message_at = NEW.created_at
   WHERE id = NEW.conversation_id
     AND (last_message_at IS NULL OR last_message_at < NEW.created_at);
  RETURN NULL;
END
$$;

CREATE FUNCTION log_vendor_key_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
AS $$
BEGIN
  INSERT INTO vendor_key_audit_log (vendor_key_id, actor_id, action)
  VALUES (NEW.id, auth.uid(), CASE WHEN NEW.is_active THEN 'rotated' ELSE 'revoked' END);
  RETURN NULL;
END
$$;

CREATE FUNCTION notify_order_paid() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM pg_notify('order_paid', NEW.order_number);
  RETURN NULL;
END
$$;
