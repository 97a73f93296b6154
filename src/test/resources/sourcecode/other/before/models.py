"""Models of orders and users: select * from orders"""
from sqlalchemy import Column, ForeignKey, Table, text
from sqlalchemy.orm import declarative_base
from supabase import create_client

Base = declarative_base()
TABLE = "orders"

# FROM orders
class Order(Base):
    __tablename__ = "orders"
    id = Column("users", primary_key=True)
    user_id = Column(ForeignKey("users.id"))


class User(Base):
    __tablename__ = 'users'
    __table_args__ = {'comment': 'orders'}


class Topic(Base):
    __tablename__ = "topics"
    __table_args__ = {"schema": "public"}


class Kept(Base):
    __tablename__ = "kept"


items = Table("order_items", Base.metadata, Column("users"))


def run(conn, supabase, year, table):
    conn.execute(text("SELECT * FROM orders WHERE id = :id"), {"users": 1})
    conn.execute(f"SELECT * FROM {TABLE} WHERE year = {year}")
    conn.execute(f"SELECT * FROM {table} WHERE year = {year}")
    cur.execute(
        "SELECT o.* "
        "FROM orders o "
        "JOIN public.users u ON u.id = o.user_id "
        "WHERE o.state = %s", ("users",))
    cur.execute("INSERT INTO %s VALUES (1)" % table)
    cur.execute(r"""DELETE FROM "Order Items" WHERE x = 'FROM orders'""")
    supabase.table("orders").select("*").execute()
    supabase.schema("archive").table("orders").select("*").execute()
    supabase.storage.from_("orders").download("users")
    supabase.rpc("place_order", {}).execute()
    print("Delete from users")
    raise ValueError(f"INSERT INTO orders failed: {year}")
    redirect("/orders/users")
    msg = "Please select users from orders"
