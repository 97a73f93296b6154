// PostgreSQL's programs come with a machine and not with a build.
try {
    def version = ('pg_dump --version'.execute().text =~ /(\d+)/)[0][1] as int
    if (version >= 13) {
        return true
    }
    println "backup is skipped: the pg_dump on the PATH is of version $version, and 13 is needed."
} catch (IOException e) {
    println "backup is skipped: there is no pg_dump on the PATH ($e.message)."
}
return false
