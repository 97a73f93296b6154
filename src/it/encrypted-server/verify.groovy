// The password of a server of settings.xml is decrypted: the database asks for it.
def log = new File(basedir, 'build.log').text
assert log.contains('Migrated: 3 tables to 2 schemas')
assert !log.contains('correct horse battery staple')
