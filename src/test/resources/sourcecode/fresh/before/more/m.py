from sqlalchemy import text, Table, MetaData, select, insert
from flask_sqlalchemy import SQLAlchemy
db = SQLAlchemy()
class User(db.Model):
    __tablename__ = 'users'
    orders = db.relationship('Order', backref='users', secondary='order_items')
    pid = db.Column(db.Integer, db.ForeignKey('profiles.id'))
class Topic(db.Model):
    __tablename__ = "topics"
    __table_args__ = {'schema': 'public', 'extend_existing': True}
assoc = db.Table('order_items', db.Column('o', db.ForeignKey('orders.id')))
t = Table('orders', metadata, autoload_with=engine)
t2 = Table("customer", MetaData(schema="public"), autoload_with=engine)
engine.execute("SELECT * FROM users")
db.session.execute(text('DELETE FROM sessions'))
db.session.query(text("count(*)")).select_from(text("orders"))
Q = """
SELECT *
FROM users u
JOIN orders o ON o.id = u.id
"""
df = pd.read_sql(Q, con)
cur.executemany("""INSERT INTO products (id) VALUES (%s)""", rows)
cur.execute(f"SELECT * FROM {TABLE} WHERE id = 1")
TABLE = "topics"
async with db.execute("SELECT * FROM notifications") as c: pass
hook = PostgresHook(); hook.get_records("SELECT * FROM users"); hook.insert_rows(table="orders", rows=r)
PostgresOperator(task_id="users", sql="DELETE FROM sessions WHERE id = 1")
class Meta: db_table = "public.users"
class M2: db_table = '"public"."users"'
connection.ops.sql_flush
User.objects.raw("""SELECT * FROM users""")
qs.extra(where=["id IN (SELECT user_id FROM orders)"])
spark.read.jdbc(url, "orders")
import airflow
