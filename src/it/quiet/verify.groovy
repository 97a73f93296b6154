// With -q nothing is printed when all is well.
def log = new File(basedir, 'build.log').text
assert log.readLines().findAll { it.contains('schema') || it.contains('INFO') || it.contains('ostgres') } == []
assert new File(basedir, 'target/schema/verification.json').exists()
