// The sources are edited as the patch says, byte for byte otherwise, and then nothing in them is stale.
def log = new File(basedir, 'build.log').text
def order = new File(basedir, 'src/main/java/shop/Order.java').getText('UTF-8')
def patch = new File(basedir, 'target/schema/refactor.patch').text
def json = new File(basedir, 'target/schema/refactor.json').text
assert order.contains('@Table(name = "orders", schema = "shop")\r\nclass Order {')
assert order.contains("SELECT * FROM shop.orders WHERE note = 'from orders'")
assert new File(basedir, 'web/orders.ts').text.contains("supabase\n  .schema('shop')\n  .from('orders')")
assert patch.contains('+@Table(name = "orders", schema = "shop")\r\n')
assert json.contains('"action" : "edit"')
assert new File(basedir, 'target/schema/refactor.html').getText('UTF-8').contains('src/main/java/shop/Order.java')
assert log.contains('Report: ') && log.contains('refactor.html')
assert log.contains('references in 2 files to be changed') && log.contains('references in 2 files changed')
assert log.contains('Migrated: 1 table to 1 schema')
assert log.contains('Verified: 1 mapped table')
