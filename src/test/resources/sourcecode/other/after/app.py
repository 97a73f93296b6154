class Order(models.Model):
    class Meta:
        db_table = "orders"
        verbose_name = "orders"
