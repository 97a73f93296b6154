// A bound goal runs once, in the module that declares it, and not in those that inherit it.
def log = new File(basedir, 'build.log').text
assert log.count('Migrated: 3 tables to 2 schemas') == 1
assert log.count('Runs once, in two-modules, where it is declared.') == 8
assert log.count('Embedded PostgreSQL') == 1
// Called by name it runs once, too, and not once a module.
assert log.count('Journal in schema schemasplit') == 1
assert !new File(basedir, 'orders/target/schema').exists()
