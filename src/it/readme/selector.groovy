// The README's commands are for a shell.
try {
    if ('sh -c true'.execute().waitFor() == 0) {
        return true
    }
} catch (IOException e) {
    println "readme is skipped: there is no sh on the PATH ($e.message)."
}
return false
