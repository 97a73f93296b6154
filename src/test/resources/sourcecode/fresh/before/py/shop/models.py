from django.contrib.auth.models import AbstractUser
from django.db import connection, models
from django.urls import path


class User(AbstractUser):
    orders = models.IntegerField(db_column="orders", verbose_name="orders")

    class Meta:
        db_table = "users"
        verbose_name_plural = "users"
        permissions = [("orders", "Can select from orders")]


class Order(models.Model):
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="orders", db_column="users")
    products = models.ManyToManyField("Product", db_table="order_items", related_name="orders")

    class Meta:
        db_table = 'orders'
        managed = False
        ordering = ["users"]

    def totals(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT sum(x) FROM order_items WHERE orders = %s", [self.id])
            cursor.execute('DELETE FROM "sessions" WHERE users = %s', [1])
        return Order.objects.raw("SELECT * FROM orders WHERE id = %s", [1])

    @classmethod
    def extra(cls):
        return cls.objects.extra(tables=["profiles"], where=["profiles.id = orders.id"], select={"n": "SELECT COUNT(*) FROM order_items WHERE order_items.orders = orders.id"})


urlpatterns = [path("orders/", view, name="orders"), path("users/<int:users>/", view)]
INSTALLED_APPS = ["orders", "users", "products"]
