// What was backed up before the migration comes back, rows too, and is migrated again; a schema by itself is a folder.
def log = new File(basedir, 'build.log').text
def manifests = new File(basedir, 'schema-backups').listFiles().findAll { it.name.endsWith('.json') }.sort { it.lastModified() }
def (before, shop) = manifests.collect { new groovy.json.JsonSlurper().parse(it) }
assert manifests.size() == 2
assert before.rows == ['public.orders': 3, 'public.people': 2]
assert before.sequences == ['public.orders_id_seq': 3, 'public.people_id_seq': 2]
assert new File(basedir, "schema-backups/${before.archive.file}").length() == before.archive.bytes
assert log =~ /Restored database postgres of .* into database "postgres" on .*, which was replaced: 11 objects and 2 tables with rows/
assert log.count('Migrated: 2 tables to 2 schemas') == 2
assert log.contains('Verified: 2 mapped tables in their schemas, and nothing else changed since.')
assert shop.schema == 'shop' && shop.rows == ['shop.orders': 3]
assert new File(basedir, "schema-backups/${shop.archive.file}/toc.dat").isFile()
assert new File(basedir, 'schema-backups/.gitignore').text == '*\n'
assert new File(basedir, 'schema-backups').list().findAll { it.endsWith('.part') }.isEmpty()
