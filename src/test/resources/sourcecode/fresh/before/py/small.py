from typing import Optional
import peewee
from peewee import CharField, ForeignKeyField, Model, PostgresqlDatabase, SQL
from sqlmodel import Field, SQLModel, Relationship
from tortoise import fields, models as tm
from tortoise.transactions import in_transaction

database = PostgresqlDatabase("orders", user="users")


class BaseModel(Model):
    class Meta:
        database = database


class User(BaseModel):
    orders = CharField(column_name="orders")

    class Meta:
        table_name = "users"
        indexes = ((("orders",), True),)


class Order(BaseModel):
    user = ForeignKeyField(User, backref="orders", column_name="users")

    class Meta:
        table_name = "orders"
        schema = "public"


class Topics(SQLModel, table=True):
    __tablename__ = "topics"
    id: Optional[int] = Field(default=None, primary_key=True)
    user_id: int = Field(foreign_key="users.id")
    product_id: Optional[int] = Field(default=None, foreign_key="products.id", sa_column_kwargs={"name": "products"})


class Event(tm.Model):
    id = fields.IntField(pk=True)
    users = fields.ForeignKeyField("models.User", related_name="orders")
    items: fields.ManyToManyRelation = fields.ManyToManyField("models.Product", through="order_items")

    class Meta:
        table = "notifications"


def run():
    database.execute_sql("DELETE FROM sessions WHERE id = %s", (1,))
    User.raw("SELECT * FROM users WHERE id = %s", 1)
    User.select().where(SQL("users.id IN (SELECT id FROM profiles)"))


async def trun():
    async with in_transaction() as c:
        await c.execute_query("SELECT * FROM orders WHERE id = $1", [1])
    await tm.Model.raw("SELECT * FROM notifications")
