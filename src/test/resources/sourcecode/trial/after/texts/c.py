import click
@click.option("--table", default="orders", help="delete from users where id = 1")
def f(x):
    """Select users from orders where id = 1"""
    assert x == "SELECT", "update users set x = 1"
    logging.exception("insert into orders (id) values (1)")
    print(f"delete from orders where id = {x}")
    warnings.warn("select * from users where id = 1")
    raise Http404("select * from users where id = 1")
    return _("select orders from users where you = 1")
class Serializer:
    class Meta:
        fields = ["users", "orders"]
        model = "users"
path = os.path.join("files", "users")
",".join("users")
nx.from_("orders")
