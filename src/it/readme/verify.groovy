// What the README shows is run as it stands there, with a server in place of the one that it makes up, and does what is said beside it.
import groovy.json.JsonSlurper
import io.github.schemasplit.staging.InitLoader
import io.github.schemasplit.staging.InitScripts
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres
import java.util.concurrent.CompletableFuture
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.zip.ZipFile

def block = context.block
def built = new File(basedir, 'build.log').text
assert built.contains('Migrated: 7 tables to 2 schemas') && built.contains('Verified: 7 mapped tables in their schemas')
['analysis.html', 'analysis.json', 'migrate.sql', 'rollback.sql', 'contract.sql', 'runbook.md', 'migration.html', 'verification.json'].each {
    assert new File(basedir, "target/schema/$it").isFile()
}

// ---- a server, and a shell in which mvn is the Maven of this build
def archive = new File(context.root, 'target/postgres-binaries').listFiles().findAll { it.name.endsWith('.jar') }
        .max { (it.name =~ /^\d+/)[0] as int }
def server = EmbeddedPostgres.builder()
        .setPgBinaryResolver { system, hardware ->
            new ZipFile(archive).with { zip -> zip.getInputStream(zip.entries().find { it.name.endsWith('.txz') }) }
        }
        // Where the tests have unpacked it.
        .setOverrideWorkingDirectory(new File(archive.parentFile, "work-${archive.name - '.jar'}"))
        .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
        .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
        .start()
def connect = { database -> new org.postgresql.Driver().connect("jdbc:postgresql://localhost:$server.port/$database?user=postgres", new Properties()) }
def query = { database, sql ->
    connect(database).withCloseable { connection ->
        def rows = connection.createStatement().executeQuery(sql)
        def all = []
        while (rows.next()) {
            all << rows.getString(1)
        }
        all
    }
}
def create = { database, folder, scripts ->
    connect('postgres').withCloseable { it.createStatement().execute("CREATE DATABASE $database") }
    connect(database).withCloseable { InitLoader.load(it, InitScripts.expand(scripts, folder.toPath())) }
    "postgresql://postgres@localhost:$server.port/$database".toString()
}
def tables = { database, schema ->
    query(database, "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = '$schema'::regnamespace ORDER BY 1")
}
def bin = new File(basedir, 'target/bin')
bin.mkdirs()
def settings = new File(bin, 'settings.xml')
settings.text = new File(context.root, 'src/it/settings.xml').text.replace('@localRepositoryUrl@', context.localRepository)
new File(bin, 'mvn').with {
    it.text = "#!/bin/sh\nexec '${System.getProperty('maven.home')}/bin/mvn' -B -ntp -s '$settings' -Dmaven.repo.local='$localRepositoryPath' \"\$@\"\n"
    it.executable = true
}
def sh = { File folder, String commands, Map<String, String> environment = [:] ->
    def began = System.nanoTime()
    def shell = new ProcessBuilder('sh', '-e', '-c', commands).directory(folder).redirectErrorStream(true)
    shell.environment() << [PATH: "$bin:${System.getenv('PATH')}".toString(), MAVEN_OPTS: '-XX:+UseSerialGC -XX:TieredStopAtLevel=1'] + environment
    def process = shell.start()
    def said = process.inputStream.text
    assert process.waitFor() == 0 : "$commands\n$said"
    println "${(System.nanoTime() - began).intdiv(1_000_000)} ms for:\n$commands"
    said
}
def there = { String commands, String url ->
    def all = commands.replace('postgresql://app@db.example.com/shop', url)
    assert all.contains(url)
    all
}
def folder = { String name, Map<String, String> files ->
    def made = new File(basedir, "target/$name")
    files.each { file, text ->
        new File(made, file).with {
            it.parentFile.mkdirs()
            it.text = text
        }
    }
    made
}
def pom = { String plugin -> context.pom.replace('<!-- README.md -->', plugin) }
def bare = block.pom.replaceAll('(?s)<configuration>.*?</configuration>|<executions>.*</executions>', '')
def executed = block.pom.replaceAll('(?s)<configuration>.*?</configuration>', '<configuration><mappingFile>mapping.yml</mappingFile></configuration>')
def json = { File file -> new JsonSlurper().parse(file) }
def sources = ['src/main/java/shop/Orders.java', 'src/main/resources/db/migration/V1__shop.sql', 'src/main/resources/db/migration/V2__orders.sql']
        .collectEntries { [it, new File(basedir, it).text] }

// ---- the project of "Use it", on a server that stays
def project = {
    def url = create('shop', basedir, ['src/main/resources/db/migration/V*.sql'])
    def here = folder('project', [*: sources, 'pom.xml': pom(block.pom)])
    sh(here, there(block.analyze, url))
    assert json(new File(here, 'target/schema/analysis.json')).targets
            .collectEntries { [it.name, it.objects.findAll { o -> o.kind == 'table' }*.name.sort()] } ==
            [ecommerce: ['order_items', 'orders', 'payment_events', 'payment_methods', 'products'], accounts: ['organizations', 'users']]
    assert tables('shop', 'public').size() == 8

    // A user fills in the server once and for all; who uses it, nobody does.
    new File(here, 'pom.xml').text = pom(block.pom.replace('<url>embedded:15</url>', "<url>$url</url><allowHazards>all</allowHazards><backup>none</backup>"))
    if (sh(here, 'command -v git || true')) {
        sh(here, "git init -q .\n$block.refactor".replaceFirst('\ngit apply', '\nmvn schema:migrate\ngit apply'))
    } else {
        println 'There is no git on the PATH: the edits are made as the comment beside git apply says.'
        sh(here, block.refactor.replaceFirst('(?m)^git apply.* or (mvn schema:refactor -Dschema.apply);.*$', 'mvn schema:migrate\n$1'))
    }
    ['refactor.patch', 'refactor.html', 'refactor.json'].each { assert new File(here, "target/schema/$it").isFile() }
    assert new File(here, 'src/main/java/shop/Orders.java').text.contains('FROM ecommerce.orders WHERE')
    assert new File(here, 'src/main/resources/db/migration/V2__orders.sql').text == sources['src/main/resources/db/migration/V2__orders.sql']
    assert tables('shop', 'ecommerce') == ['order_items', 'orders', 'payment_events', 'payment_methods', 'products']
    assert tables('shop', 'accounts') == ['organizations', 'users'] && tables('shop', 'public') == ['audit_log']
    assert query('shop', 'SELECT count(*) FROM public.orders') == ['1']
    assert query('shop', "SELECT obj_description('ecommerce'::regnamespace)") == ['Orders, products and payments']

    // The analysis kept nothing, and the migration did.
    assert query('shop', 'SELECT count(*) FROM schemasplit.observation') == ['1']
    def compared = sh(here, "${block.compare.trim()} schema:analyze -Dschema.observe")
    assert compared.contains('Compared: before and after journal entry 1 of') && compared.contains('7 tables moved.')
    assert json(new File(here, 'target/schema/comparison.json')).tables.all*.moved.contains('ecommerce.orders')
    assert query('shop', 'SELECT count(*) FROM schemasplit.observation') == ['2']

    def documented = sh(here, there(block.document, url))
    assert documented.contains('Verified: 7 mapped tables') && !documented.contains('DOCUMENTATION_STALE')
    assert new File(here, 'docs/schema').list().sort() ==
            ['README.md', 'accounts.html', 'accounts.md', 'ecommerce.html', 'ecommerce.md', 'index.html', 'public.html', 'public.md']
}

// ---- the mapping in a file, and what is said of it further down
def mapping = {
    def here = folder('no-pom', ['schema.sql': new File(basedir, 'database/mapping.sql').text, 'mapping.yml': block.mapping])
    sh(here, block.noPom)
    assert json(new File(here, 'target/schema/analysis.json')).targets*.name == ['ecommerce']
    assert !new File(here, 'pom.xml').exists()

    def url = create('mapping', basedir, ['database/mapping.sql'])
    def goals = (block.noPom =~ /(\S+):analyze/)[0][1].with { plugin -> ['generate', 'migrate', 'verify'].collect { "$plugin:$it" }.join(' ') }
    sh(here, "mvn $goals -Dschema.url=$url -Dschema.mappingFile=mapping.yml -Dschema.allowHazards=all -Dschema.backup=none")
    assert tables('mapping', 'ecommerce') == ['order_items', 'order_notes', 'orders', 'payment_events', 'products']
    assert tables('mapping', 'public') == []
    assert query('mapping', "SELECT relname FROM pg_class WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace ORDER BY 1") ==
            ['order_items', 'order_totals', 'orders', 'payment_events', 'products']
    assert query('mapping', """
            SELECT proname FROM pg_proc WHERE pronamespace = 'ecommerce'::regnamespace UNION
            SELECT relname FROM pg_class WHERE relnamespace = 'ecommerce'::regnamespace AND relkind = 'v' UNION
            SELECT typname FROM pg_type WHERE typnamespace = 'ecommerce'::regnamespace AND typtype = 'e' ORDER BY 1""") ==
            ['order_status', 'order_totals', 'place_order']
    assert query('mapping', "SELECT nspowner::regrole || ': ' || obj_description(oid) FROM pg_namespace WHERE nspname = 'ecommerce'") ==
            ['app_owner: Orders, products and payments']
    assert query('mapping', "SELECT has_table_privilege('authenticated', 'ecommerce.orders', 'SELECT') AND NOT has_table_privilege('authenticated', 'ecommerce.orders', 'INSERT') AND has_table_privilege('service_role', 'ecommerce.orders', 'DELETE')") == ['t']
    query('mapping', "SELECT ecommerce.place_order('00000000-0000-0000-0000-000000000001', NULL)")
    // The statements by which the API comes to serve it.
    block.api.readLines().each { assert new File(here, 'target/schema/migrate.sql').text.contains("\n$it\n") }
    assert query('mapping', "SELECT s FROM pg_roles, unnest(rolconfig) AS s WHERE rolname = 'authenticator'") ==
            ['pgrst.db_schemas=public, graphql_public, ecommerce']
    connect('mapping').withCloseable { it.createStatement().execute('DROP ROLE authenticator') }
}

// ---- access and policies, under a schema of a mapping
def access = {
    def url = create('access', basedir, ['database/access.sql'])
    def here = folder('access', [
        'pom.xml': pom(bare),
        'mapping.yml': "schemas:\n  ecommerce:\n    tables: [orders]\n$block.access${block.policies}compatibility: none\n"
    ])
    sh(here, "mvn schema:migrate schema:verify -Dschema.url=$url -Dschema.mappingFile=mapping.yml -Dschema.allowHazards=all -Dschema.backup=none")
    assert query('access', "SELECT polname FROM pg_policy WHERE polrelid = 'ecommerce.orders'::regclass ORDER BY 1") == ['Own orders', 'Own tenant']
    assert query('access', "SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE oid = 'ecommerce.orders'::regclass") == ['t']
    assert query('access', """
            SELECT coalesce(nullif(grantee, 0)::regrole::text, 'PUBLIC') || ' ' || string_agg(privilege_type, ', ' ORDER BY privilege_type)
              FROM pg_class, aclexplode(relacl) WHERE oid = 'ecommerce.orders'::regclass AND grantee <> relowner AND privilege_type <> 'MAINTAIN'
             GROUP BY grantee ORDER BY 1""") ==
            ['PUBLIC REFERENCES', 'authenticated INSERT, SELECT', 'service_role DELETE, INSERT, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE']
    assert query('access', "SELECT has_schema_privilege('app_owner', 'ecommerce', 'CREATE')") == ['t']
}

// ---- a mapping to begin with, for the sample application
def proposal = {
    def url = create('sample', new File(context.root, 'src/it/demo'), ['database/V*.sql'])
    def here = folder('init', ['pom.xml': pom(bare)])
    sh(here, there(block.init, url))
    def proposed = new File(here, 'schema-mapping.yml').text
    block.proposal.readLines().each { assert proposed.contains("\n$it\n") }
    assert json(new File(here, 'target/schema/analysis.json')).targets*.name.contains('orders')
    assert tables('sample', 'public').size() > 69
}

// ---- the baseline, which is what the database of it gives
def baseline = {
    def here = folder('baseline', ['pom.xml': pom(executed), 'mapping.yml': new File(basedir, 'database/baseline.yml').text])
    def url = create('baseline', basedir, ['database/baseline.sql'])
    def command = (context.readme =~ /`(mvn verify -Dschema.baseline.update)`/)[0][1]
    sh(here, "$command -Dschema.url=$url -Dschema.allowHazards=all -Dschema.backup=none")
    assert new File(here, 'schema-baseline.yml').readLines().findAll { !it.startsWith('#') } == block.baseline.readLines()
}

// ---- rehearsal, notices and the way back on embedded databases, in the folder of the build, which has unpacked their server
def embedded = {
    // The others of these commands take a dump, or a container.
    def scripts = block.rehearse.readLines().findAll { it.contains('-Dschema.url=embedded:') }
    assert scripts.size() == 1
    new File(basedir, 'schema.sql').text = sources.findAll { it.key.endsWith('.sql') }.values().join('\n')
    sh(basedir, scripts[0])
    assert json(new File(basedir, 'target/schema/rehearsal.json')).outcome == 'passed'

    def bodies = new ConcurrentLinkedQueue()
    def http = com.sun.net.httpserver.HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
    http.createContext('/') {
        bodies << it.requestBody.text
        it.sendResponseHeaders(200, -1)
        it.close()
    }
    http.start()
    try {
        new File(basedir, 'pom.xml').text = pom(block.pom.replace('<unmapped>', "$block.notices<unmapped>"))
        def command = (context.readme =~ /`(mvn schema:migrate schema:rollback schema:info)`/)[0][1]
        def said = sh(basedir, command, [RELEASES_WEBHOOK: "http://localhost:$http.address.port/".toString()])
        assert said.contains('Migrated: 7 tables to 2 schemas') && said.contains('State: rolled back')
        assert bodies.size() == 3 && bodies.every { it.startsWith('{"text":') }
    } finally {
        http.stop(0)
    }
}

def all = [[project, embedded], [mapping, access, proposal, baseline]].collect { group -> CompletableFuture.runAsync { group.each { it() } } }
try {
    CompletableFuture.allOf(*all).join()
} finally {
    server.close()
}
return true
