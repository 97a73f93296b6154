// In a folder without a POM the goals run by their full coordinates, and write below the folder.
def log = new File(basedir, 'build.log').text
assert !new File(basedir, 'pom.xml').exists()
assert new File(basedir, 'target/schema/analysis.json').exists()
assert new File(basedir, 'target/schema/analysis.html').getText('UTF-8').contains('Schemas and tables')
assert log.contains('Migrated: 3 tables to 2 schemas')
assert log.contains('Verified: 3 mapped tables')
assert log.contains('State: migrated.')
assert new File(basedir, 'target/schema/migration.html').getText('UTF-8').contains('Migrated: 3 tables to 2 schemas')
