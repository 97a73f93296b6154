import asyncpg
import pandas as pd
import psycopg
from psycopg import sql
from psycopg2.extras import execute_values
from sqlalchemy import text, table, column, create_engine, inspect

TABLES = ["orders", "users"]
INSERT = "INSERT INTO topics (id, title) VALUES %s ON CONFLICT (id) DO NOTHING"


def report(session, engine, user):
    """Select orders from users.

    SELECT * FROM orders
    """
    rows = session.execute(text("SELECT * FROM orders WHERE users = :u"), {"u": user}).mappings().all()
    session.execute(text("""
        WITH topics AS (
            SELECT id FROM products
        )
        SELECT t.id FROM topics t JOIN users u ON u.id = t.id
    """))
    session.execute(select(func.place_order(1)))
    t = table("sessions", column("users"))
    df = pd.read_sql("select * from orders", engine)
    df2 = pd.read_sql_query(f"SELECT * FROM users WHERE id IN ({', '.join(map(str, user))})", con=engine)
    df3 = pd.read_sql_table("orders", engine)
    df.to_sql("orders", engine, if_exists="append", index=False)
    df["orders"] = df["users"].fillna("products")
    inspect(engine).has_table("orders")
    for name in TABLES:
        session.execute(text(f"TRUNCATE TABLE {name} CASCADE"))
    print(f"select from users where {user}")
    raise ValueError("Cannot select from orders")


def raw(conn, name):
    with conn.cursor() as cur:
        cur.execute("SELECT id FROM users WHERE email = %s", (name,))
        cur.execute(sql.SQL("SELECT {} FROM {} WHERE id = %s").format(sql.Identifier("orders"), sql.Identifier("users")), (1,))
        cur.execute(sql.SQL("INSERT INTO orders ({}) VALUES ({})").format(sql.SQL(", ").join(map(sql.Identifier, ["users"])), sql.Placeholder()))
        cur.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier("public", "products")))
        execute_values(cur, INSERT, [(1, "orders")])
        cur.copy_expert("COPY products (id, name) FROM STDIN WITH CSV HEADER", name)
        cur.copy_from(name, "topics", sep="\t")
        with cur.copy("COPY sessions TO STDOUT") as copy:
            pass
        cur.callproc("place_order", [1])
        cur.execute("select place_order(%s)", [1])
        cur.execute(
            "UPDATE orders "
            "SET users = %(users)s "
            "FROM profiles p "
            "WHERE p.id = orders.id",
            {"users": 1},
        )


async def aio(pool: asyncpg.Pool):
    async with pool.acquire() as conn:
        await conn.fetch("SELECT * FROM orders WHERE id = $1", 1)
        row = await conn.fetchrow("""INSERT INTO users(email) VALUES($1) RETURNING id""", "users")
        await conn.fetchval("SELECT count(*) FROM sessions")
        await conn.copy_records_to_table("orders", records=[], columns=["users"])
        await conn.copy_to_table("orders", source="orders.csv", schema_name="public")
        await conn.executemany("DELETE FROM notifications WHERE id = $1", [(1,)])
        await conn.add_listener("orders", print)
