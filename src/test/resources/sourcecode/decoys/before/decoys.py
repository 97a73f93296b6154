"""SELECT * FROM orders. Users' topics."""
# DELETE FROM users WHERE id = 1
from users import orders
from orders import users as topics
import sessions

NAME = "orders"
url = "/orders/users"
text = 'It\'s from users: "orders"'
raw = r"\orders\users"
f = f"{users} orders from {topics!r} users"
d = {"orders": "users", 'topics': ["sessions"]}
print("SELECT * FROM orders WHERE id = 1")
raise ValueError("delete from users where id = 1")
logger.info("update users set x = 1")
msg = "Please select users from orders"
help_text = "Insert into orders"
verbose_name = "users"
redis.get("sessions")
queue.publish("orders", "users")
app.route("/users")
render("orders.html", users="orders")
table("orders")
db.table("orders")
cte = "WITH users AS (SELECT 1) SELECT * FROM users WHERE id = 1"
moved = "SELECT * FROM ecommerce.orders WHERE id = %s"
other = "SELECT * FROM archive.orders WHERE id = %s"
