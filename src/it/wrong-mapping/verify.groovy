// What is wrong with the mapping is said, although the connection that was begun meanwhile has failed before.
def log = new File(basedir, 'build.log').text
assert log.contains('The mapping is not valid')
assert log.contains("'tabels'")
assert !log.contains('localhost:1')
