from sqlalchemy import text, Table, MetaData, select, insert
from flask_sqlalchemy import SQLAlchemy
db = SQLAlchemy()
class User(db.Model):
    __tablename__ = 'users'
    __table_args__ = {"schema": "saas_platform"}
    orders = db.relationship('Order', backref='users', secondary='order_items')
    pid = db.Column(db.Integer, db.ForeignKey('saas_platform.profiles.id'))
class Topic(db.Model):
    __tablename__ = "topics"
    __table_args__ = {'schema': 'ai_services', 'extend_existing': True}
assoc = db.Table('order_items', db.Column('o', db.ForeignKey('ecommerce.orders.id')), schema="ecommerce")
t = Table('orders', metadata, autoload_with=engine, schema="ecommerce")
t2 = Table("customer", MetaData(schema="public"), autoload_with=engine, schema="saas_platform")
engine.execute("SELECT * FROM saas_platform.users")
db.session.execute(text('DELETE FROM saas_platform.sessions'))
db.session.query(text("count(*)")).select_from(text("orders"))
Q = """
SELECT *
FROM saas_platform.users u
JOIN ecommerce.orders o ON o.id = u.id
"""
df = pd.read_sql(Q, con)
cur.executemany("""INSERT INTO ecommerce.products (id) VALUES (%s)""", rows)
cur.execute(f"SELECT * FROM ai_services.{TABLE} WHERE id = 1")
TABLE = "topics"
async with db.execute("SELECT * FROM saas_platform.notifications") as c: pass
hook = PostgresHook(); hook.get_records("SELECT * FROM saas_platform.users"); hook.insert_rows(table="orders", rows=r)
PostgresOperator(task_id="users", sql="DELETE FROM saas_platform.sessions WHERE id = 1")
class Meta: db_table = "public.users"
class M2: db_table = '"public"."users"'
connection.ops.sql_flush
User.objects.raw("""SELECT * FROM saas_platform.users""")
qs.extra(where=["id IN (SELECT user_id FROM ecommerce.orders)"])
spark.read.jdbc(url, "orders")
import airflow
