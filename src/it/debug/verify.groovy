// With -X neither a password of the command line nor one in a URL is printed, and the origin of each value is.
// Maven 4 prints its own command line, with what was on it, before any plugin runs; everything after is looked at.
def log = new File(basedir, 'build.log').readLines().findAll { !it.startsWith('Command line:') }.join('\n')
assert log.contains('[DEBUG]')
assert log.contains('Migrated: 3 tables to 2 schemas')
assert !log.contains('correct horse battery staple')
assert log.contains('unmapped = fail (default)')
assert log =~ /schemas\.shop = 2 entries \(pom\.xml/
