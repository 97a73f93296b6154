// With -X neither a password of the command line nor one in a URL is printed, and the origin of each value is.
def log = new File(basedir, 'build.log').text
assert log.contains('[DEBUG]')
assert log.contains('Migrated: 3 tables to 2 schemas')
assert !log.contains('correct horse battery staple')
assert log.contains('unmapped = fail (default)')
assert log =~ /schemas\.shop = 2 entries \(pom\.xml/
