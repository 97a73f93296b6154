// A foreign key from schema to schema that the baseline does not have fails the build; one that is gone leaves the baseline.
def log = new File(basedir, 'build.log').text
assert log.contains('Migrated: 4 tables to 2 schemas')
assert log.contains('The database is not as expected: 1 error.')
assert log.contains('ERROR CROSSING_NOT_IN_BASELINE foreign key billing.refunds (order_id) -> shop.orders (id) (schema-baseline.yml)')
assert log.contains('alone, with -Dschema.baseline.update=all.')
assert log.contains('Baseline schema-baseline.yml: 1 crossing, after 0 added and 1 removed. Commit it.')
assert log.contains('- foreign key billing.invoices (customer_id) -> shop.customers (id)')
assert new File(basedir, 'schema-baseline.yml').readLines().findAll { !it.startsWith('#') } == [
    'version: 1', 'foreignKeys:', '  - billing.invoices (order_id) -> shop.orders (id)'
]
assert basedir.list().every { !it.endsWith('.part') }
