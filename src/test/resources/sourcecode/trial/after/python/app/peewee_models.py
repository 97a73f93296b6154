from peewee import Model, PostgresqlDatabase, CharField
class User(Model):
    class Meta:
        table_name = "users"
class Order(Model):
    class Meta:
        table_name = 'orders'
        schema = 'public'
