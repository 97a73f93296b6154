from django.db import models, connection
class Order(models.Model):
    users = models.ForeignKey("users.User", on_delete=models.CASCADE, related_name="orders", db_column="users")
    class Meta:
        db_table = "orders"
        verbose_name_plural = "users"
        ordering = ["users"]
class User(models.Model):
    customer = models.ManyToManyField("Team", db_table="device_credentials")
    class Meta:
        db_table = 'users'
        managed = False
def raw():
    Order.objects.raw("SELECT * FROM orders WHERE id = %s", [1])
    Order.objects.extra(tables=["users"], where=["users.id = orders.user_id"])
    with connection.cursor() as c:
        c.execute("UPDATE orders SET total = 0")
