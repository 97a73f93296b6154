TABLE = "orders"


def reports(cursor, table, customer):
    cursor.execute("SELECT * FROM ecommerce.%s WHERE id = 1" % "orders")
    cursor.execute("SELECT * FROM saas_platform.{} WHERE id = 1".format("users"))
    cursor.execute("SELECT * FROM ecommerce.%s WHERE id = %s" % (TABLE, 1))
    cursor.execute("SELECT * FROM ai_services.{t} WHERE id = {id}".format(t="topics", id=1))
    cursor.execute("SELECT * FROM ecommerce.%(table)s WHERE id = 1" % {"table": "products"})
    cursor.execute("SELECT * FROM ecommerce.{0} o JOIN saas_platform.{1} u ON o.id = u.id".format("order_items", "profiles"))
    cursor.execute("SELECT * FROM %s WHERE id = 1" % table)
    cursor.execute("SELECT * FROM saas_platform.sessions WHERE id = %s" % customer)
    cursor.execute("DELETE FROM saas_platform.notifications WHERE share > 10 %% 3")
    share = 100 % len("users")
    print("orders: {}".format("users"))
    logger.info("DELETE FROM %s WHERE id = 1" % TABLE)
    raise KeyError("SELECT * FROM {} WHERE id = 1".format(TABLE))
    cursor.execute("SELECT '%%s', '{}' FROM ai_services.%s WHERE id = 1" % ("recommendations",))
