// Before the move all tests pass; after it, without old names, only what stayed works; once the sources are edited, all pass again.
def outcome = { folder ->
    def tests = [:]
    new File(basedir, "target/$folder").listFiles().findAll { it.name.endsWith('.xml') }.each { file ->
        def suite = new groovy.xml.XmlSlurper().parse(file)
        suite.testcase.each { tests["${it.@classname} ${it.@name}" as String] = it.skipped.size() ? 'skipped' : it.error.size() + it.failure.size() ? 'red' : 'green' }
        if (suite.@skipped.toInteger() > suite.testcase.size()) { tests["${suite.@name}" as String] = 'skipped' }
    }
    tests
}
def before = outcome('before'), moved = outcome('moved'), after = outcome('after')
assert before.size() >= 11
assert before.values().every { it != 'red' }
assert before.findAll { it.key.contains('shop.ShopTest') }.size() == 9
moved.each { test, color -> assert color == (before[test] == 'skipped' ? 'skipped' : test.contains('StayedTest') ? 'green' : 'red'), test }
assert after == before
def log = new File(basedir, 'build.log').text
assert log.contains('Migrated: 7 tables, ')
assert log.contains('Verified: 7 mapped tables')
def order = new File(basedir, 'src/main/java/shop/Order.java').text
assert order.contains('@Table(name = "orders", schema = "ecommerce")')
assert new File(basedir, 'web/shop.mjs').text.contains("await supabase\n    .schema('ai_services')\n    .from('topics')")
