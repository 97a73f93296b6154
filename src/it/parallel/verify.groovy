// Two modules that are built at the same time each migrate a database of their own.
def log = new File(basedir, 'build.log').text
assert log.count('Embedded PostgreSQL') == 2
assert log.count('Migrated: 3 tables to 2 schemas') == 2
assert log.count('Verified: 3 mapped tables') == 2
assert !log.contains('not marked @threadSafe')
