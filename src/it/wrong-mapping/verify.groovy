// What is wrong with the mapping is said, although the connection that was begun meanwhile has failed before.
def log = new File(basedir, 'build.log').text
assert log.contains('The mapping is not valid')
assert log.contains("'tabels'")
assert !log.contains('localhost:1')
// Build servers and code hosts are told, too.
def result = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/schema/analysis.sarif')).runs[0].results[0]
assert result.ruleId == 'MAPPING_INVALID' && result.level == 'error'
assert result.locations[0].physicalLocation.artifactLocation.uri.endsWith('pom.xml')
assert new File(basedir, 'target/schema/TEST-schema-analyze.xml').text.contains('<failure ')
