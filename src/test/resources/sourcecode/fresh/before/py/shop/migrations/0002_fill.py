from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("orders", "0001_initial")]
    operations = [
        migrations.RunSQL("UPDATE orders SET state = 'x'", reverse_sql="UPDATE orders SET state = NULL"),
        migrations.AlterModelTable(name="user", table="users"),
        migrations.CreateModel(name="Order", options={"db_table": "orders"}),
    ]
