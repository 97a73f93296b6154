import asyncpg
import logging
import psycopg2
from psycopg2 import sql
from psycopg2.extras import execute_values
from sqlalchemy import text

TABLE = "orders"
TABLES = ["orders", "users", "sessions"]
logger = logging.getLogger("orders")

async def find(conn: asyncpg.Connection, order_id: int):
    return await conn.fetchrow("SELECT * FROM ecommerce.orders WHERE id = $1", order_id)

async def active(conn):
    rows = await conn.fetch(
        """
        select o.id, u.name as users
        from ecommerce.orders o
        join saas_platform.users u on u.id = o.user_id
        where o.total > $1
        """,
        10,
    )
    return {"orders": rows, "users": len(rows)}

async def named(conn):
    q = f"SELECT id FROM ecommerce.{TABLE} WHERE id = $1"
    await conn.fetchval(f"select count(*) from ecommerce.{TABLE}")
    await conn.execute("INSERT INTO ai_services.search_history (kind) VALUES ('orders')")
    await conn.copy_records_to_table("search_history", records=[])
    await conn.add_listener("orders", print)

def load(cur, rows):
    execute_values(cur, "INSERT INTO ecommerce.order_items (id, users) VALUES %s", rows)
    cur.execute(sql.SQL("SELECT * FROM {} WHERE id = %s").format(sql.Identifier("orders")), [1])
    cur.execute("DELETE FROM saas_platform.sessions WHERE user_id = %(users)s", {"users": 1})
    cur.copy_from(f, "notifications", sep=",")
    cur.copy_expert("COPY ecommerce.payment_items FROM STDIN WITH CSV", f)
    for t in TABLES:
        cur.execute(f"TRUNCATE TABLE {t} CASCADE")
    cur.execute(
        "SELECT p.id "
        "FROM ecommerce.products p "
        "JOIN ai_services.recommendations c ON c.post_id = p.id "
        "WHERE p.id = %s", (1,))
    cur.execute("SELECT id FROM ecommerce.%s WHERE id = 1" % TABLE)
    cur.execute("SELECT id FROM ecommerce.{table} WHERE id = 1".format(table=TABLE))
    logger.info("Selecting users from orders where %s", t)
    raise KeyError("delete from orders where id = 1")

def more(session, df, engine):
    session.execute(text("UPDATE saas_platform.users SET name = :n WHERE id = :id"), {"n": "orders"})
    df.to_sql("search_history", engine, if_exists="append")
    pd.read_sql("SELECT * FROM ai_services.search_history", engine)
    pd.read_sql_table("search_history", engine)
    return f"Please select {df} from orders"
