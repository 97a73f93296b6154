// A database gets the mapping that is proposed for it, as it was written; and what people may have changed in it is never written over.
def log = new File(basedir, 'build.log').text
def mapping = new File(basedir, 'schema-mapping.yml').text
assert mapping.contains('  blog:\n') && mapping.contains('  shop:\n')
assert mapping.contains('      - blog_posts # 2 foreign keys with authors, blog_comments; name begins with blog\n')
assert mapping.contains('#   authors (customer_id) -> customers (id): blog -> shop\n')
assert mapping.contains('they stay: settings.')
assert log.contains('1 of 5 foreign keys:')
assert log.contains('Look at it, and then at what it means: mvn schema:analyze -Dschema.mappingFile=schema-mapping.yml')
assert log.contains('Migrated: 6 tables to 2 schemas')
assert log.contains('Verified: 6 mapped tables')
assert log.contains('schema-mapping.yml is there already, and is left as it is: name another file with schema.init.file')
