// The sample application goes the whole way, there and back and there again.
def log = new File(basedir, 'build.log').text
def analysis = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/schema/analysis.json'))
assert analysis.targets.collectEntries { [it.name, it.objects.count { o -> o.kind in ['table', 'partitioned table'] && !o.cause.startsWith('partition') }] } ==
        [ecommerce: 14, saas_platform: 20, banking_services: 13, ai_services: 14, shared_services: 2]
assert (analysis.unmapped + analysis.bookkeeping)*.name.sort() ==
        ['audit_log', 'backup_orders_2023', 'countries', 'flyway_schema_history', 'schema_migrations', 'tmp_import']
assert analysis.foreignKeys.size() == 139
assert analysis.hazards.find { it.id == 'CROSS_SCHEMA_FK' && it.severity == 'NOTICE' && it.subjects.size() > 5 }
assert log.contains('Hazards: ')
assert new File(basedir, 'target/schema/migrate.sql').text.contains('-- Hazards of running it:\n')
assert new File(basedir, 'target/schema/migrate.sql').text.count('\nCREATE POLICY ') == 3
analysis.unmapped.each { assert log.contains(it.name) }
analysis.bookkeeping.each { assert log.contains(it.name) }
assert log.count('Migrated: 63 tables, 12 partitions') == 2
assert log.count('Verified: 63 mapped tables in their schemas, and nothing else changed since.') == 1
assert log.count('Verified: everything is where and as it was before the migration that was rolled back.') == 1
assert log.contains('views under old names.')
assert log.contains('State: migrated, and old names ended.')
