// The mapping in a YAML file says the same.
def log = new File(basedir, 'build.log').text
def analysis = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/schema/analysis.json'))
assert analysis.targets*.name == ['shop', 'billing']
assert analysis.targets[0].objects*.name == ['customers', 'orders']
assert analysis.foreignKeys.size() == 2
assert new File(basedir, 'target/schema/migrate.sql').text.contains('ALTER TABLE public.orders SET SCHEMA shop')
assert new File(basedir, 'target/schema/rollback.sql').text.contains('ALTER TABLE shop.orders SET SCHEMA public')
assert log.contains('Migrated: 3 tables to 2 schemas')
assert log.contains('Verified: 3 mapped tables in their schemas, and nothing else changed since.')
// What the API serves, in the database and in the project's own file.
assert analysis.findings.find { it.code == 'API_CONFIG_DIFFERS' }.remedy ==
        'write there, under [api]: schemas = ["public", "graphql_public", "shop"]'
def migrate = new File(basedir, 'target/schema/migrate.sql').text
assert migrate.contains("ALTER ROLE authenticator SET pgrst.db_schemas TO 'public,graphql_public, shop';")
assert migrate.contains("NOTIFY pgrst, 'reload schema';")
assert log.contains('The API that connects as role authenticator serves shop besides, and was told to look.')
// The baseline beside the POM is found, and has what crosses.
assert log.contains('Baseline schema-baseline.yml: 1 crossing.')
// The embedded database has no window; notices are told, and the runbook tells what was done.
def notices = new File(basedir, 'target/schema/notices.jsonl').readLines().collect { new groovy.json.JsonSlurper().parseText(it) }
assert notices*.event == ['before', 'after']
assert notices*.tables == [3, 3]
assert !log.contains('did not reach')
def runbook = new File(basedir, 'target/schema/runbook.md').text
assert runbook.contains('- [x] **Migrate**: journal entry 1 of ')
assert runbook.contains('- [x] **Verify the database after the migration**: verification.json says 0 errors')
assert runbook.contains('- [x] **End the old names, once nothing uses them**: the migration left none.')
// It was rehearsed on a copy made by the same scripts, without which it would not have begun.
def rehearsal = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/schema/rehearsal.json'))
assert new File(basedir, 'target/schema/rehearsal.html').getText('UTF-8').contains('It passed: nothing speaks against the migration.')
assert rehearsal.outcome == 'passed'
assert rehearsal.steps.findAll { it.outcome == 'done' }*.name.containsAll(['migrate', 'rollback', 'compare', 'migrate again'])
// What code hosts and build servers read.
def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/schema/verification.sarif'))
assert sarif.version == '2.1.0' && sarif.runs[0].results*.level.every { it in ['warning', 'note'] }
assert new File(basedir, 'target/schema/analysis.sarif').exists()
def suite = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/schema/TEST-schema-verify.xml'))
assert suite.@name == 'schema:verify' && suite.@failures == '0' && suite.testcase.size() >= 1
// What was migrated is documented, and verify, which looks at the same folder, finds nothing stale.
def docs = new File(basedir, 'target/docs/schema')
assert docs.list().sort() == ['README.md', 'billing.html', 'billing.md', 'index.html', 'public.html', 'public.md', 'shop.html', 'shop.md']
def shop = new File(docs, 'shop.md').text
assert shop.contains('What customers buy') && shop.contains('| `email` | `text` | no |')
assert shop.contains('[`billing.invoices`](billing.md#relation-invoices)')
assert new groovy.xml.XmlSlurper(false, false, true).parse(new File(docs, 'shop.html')).body.main.h1.text() == 'Schema shop'
assert log.contains('Data dictionary: 8 files in target/docs/schema, 8 of them new or changed')
assert log.contains('Check it with: mvn schema:verify -Dschema.documentation=target/docs/schema')
assert !log.contains('DOCUMENTATION_STALE')
