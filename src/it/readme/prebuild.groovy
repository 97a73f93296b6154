// Takes the blocks from the README itself: each of them is run by verify.groovy, or it is said here why it is not.
def root = basedir.parentFile.parentFile.parentFile
def readme = new File(root, 'README.md').getText('UTF-8')
def blocks = (readme =~ /(?ms)^```\w*\n(.*?)^```$/).collect { it[1] }
assert blocks.size() * 2 == (readme =~ /(?m)^\s*(```|~~~)/).size() : 'README.md has a block that is not recognised as one'

// By how they begin.
def run = [
    pom: '<plugin>\n',
    analyze: 'mvn schema:analyze -Dschema.url=',
    noPom: 'mvn io.github.schemasplit:schema-maven-plugin:',
    mapping: 'source: public ',
    init: 'mvn schema:init ',
    proposal: '  # 12 tables; ',
    access: '    access:\n',
    policies: '    policies:\n',
    refactor: 'mvn schema:refactor ',
    rehearse: 'mvn schema:rehearse ',
    baseline: 'version: 1\nforeignKeys:\n',
    document: 'mvn schema:document ',
    api: 'ALTER ROLE authenticator ',
    compare: 'mvn schema:info -Dschema.compare',
    notices: '<window>'
]
def leftOut = [
    'mvn -B -Pdemo verify ': 'these build the plugin itself, in whose build this is; the first runs src/it/demo',
    'mvn schema:backup ': 'pg_dump is needed: src/it/backup dumps and restores where it is'
]
def known = run.values() + leftOut.keySet()
blocks.each { block ->
    assert known.count { block.startsWith(it) } == 1 :
            "README.md has a block that src/it/readme neither runs nor says why not: let verify.groovy run it, and name it in prebuild.groovy\n$block"
}
known.each { begin -> assert blocks.count { it.startsWith(begin) } == 1 : "no block of README.md, or more than one, begins with $begin" }
leftOut.each { begin, reason -> println "Not run: ${begin.trim()} … ($reason)" }

// What is said of the demo is what it runs.
def demo = new Properties()
new File(root, 'src/it/demo/invoker.properties').withInputStream { demo.load(it) }
def goals = demo['invoker.goals'].split(' ').findAll { it.startsWith('schema:') }.collect { it.replaceAll('schema:|@.*', '') }
assert readme.replace('\n', ' ').contains('and runs ' + goals.collect { "`$it`" }.join(', ') + '.')

def block = run.collectEntries { name, begin -> [name, blocks.find { it.startsWith(begin) }] }
def pom = new File(basedir, 'pom.xml')
def version = (pom.text =~ /<built>(.*)<\/built>/)[0][1]
assert block.pom.contains("<version>$version</version>") && block.noPom.contains(":$version:analyze ")
def repository = System.getProperty('maven.repo.local') ?: "${System.getProperty('user.home')}/.m2/repository"
context.localRepository = new File(repository).toURI().toString()
context.root = root
context.readme = readme
context.block = block
context.pom = pom.text
pom.text = pom.text.replace('<!-- README.md -->', block.pom)
return true
