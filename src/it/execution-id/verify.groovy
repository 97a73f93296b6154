// An execution is called by its id and has a configuration of its own.
def log = new File(basedir, 'build.log').text
assert log.contains('(only-billing)')
assert log.contains('Migrated: 1 table to 1 schema')
assert log.contains('Verified: 1 mapped table in')
