// The mapping in the POM is read, and the four goals that are bound to phases run.
def log = new File(basedir, 'build.log').text
def analysis = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/schema/analysis.json'))
assert analysis.targets*.name == ['shop', 'billing']
assert analysis.targets[0].objects*.name == ['customers', 'orders']
assert analysis.foreignKeys.size() == 2
assert new File(basedir, 'target/schema/migrate.sql').text.contains('ALTER TABLE public.orders SET SCHEMA shop')
assert new File(basedir, 'target/schema/rollback.sql').text.contains('ALTER TABLE shop.orders SET SCHEMA public')
assert log.contains('Migrated: 3 tables to 2 schemas')
assert log.contains('Verified: 3 mapped tables in their schemas, and nothing else changed since.')
// Hazards are told, and stop nothing on the embedded database.
assert log.count('SEVERE OLD_NAME_LOST (3): table public.customers, table public.invoices, table public.orders') == 3
assert log.contains('schema:migrate goes on only with schema.allowHazards=OLD_NAME_LOST')
// What a change took is told, and a line that rewrites itself is for a terminal alone.
assert log.contains('One attempt; relations were shut for ')
assert !log.contains('\u001b[K')
