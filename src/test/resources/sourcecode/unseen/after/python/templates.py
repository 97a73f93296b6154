import logging
T = "users"
class Repo:
    table = "orders"
    def a(self, cur, name):
        q = "SELECT * FROM {} WHERE id = {}".format(self.table, 1)
        cur.execute("SELECT * FROM {schema}.{table} WHERE id = 1".format(schema="public", table="orders"))
        cur.execute("SELECT * FROM saas_platform.%s WHERE id = 1" % T)
        cur.execute(("SELECT * FROM saas_platform.%s "
                     "WHERE id = %s") % (T, 1))
        cur.execute("SELECT * FROM " + "saas_platform.%s" % T + " WHERE id = 1")
        cur.execute("SELECT * FROM `{}` WHERE id = 1".format(T))
        cur.execute('SELECT * FROM saas_platform."{}" WHERE id = 1'.format(T))
        cur.execute("SELECT * FROM %s" % T.upper())
        cur.execute("SELECT * FROM saas_platform.%s" % T)
        cur.execute("UPDATE saas_platform.%s SET x = 1" % T)
        cur.execute("INSERT INTO ai_services.{} (a) VALUES (%s)".format("topics"), (1,))
        cur.execute("DELETE FROM {t}".format(**{"t": "topics"}))
        cur.execute("SELECT * FROM {t[0]} WHERE id = 1".format(t=["topics"]))
        cur.execute("COPY ecommerce.{} FROM STDIN".format("products"))
        msg = "Deleted from %s" % T
        logging.info("removed %s from users" % T)
        text = "SELECT all users FROM the list of %s" % T
        return "Update {} set".format("orders")
