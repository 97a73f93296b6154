jooq {
    configuration {
        generator.apply {
            database.apply {
                name = "org.jooq.meta.postgres.PostgresDatabase"
                inputSchema = "public"
                includes = "orders | users"
                excludes = "users_.*"
                forcedTypes.addAll(listOf(ForcedType().apply { includeExpression = "orders\\.state" }))
            }
            target.packageName = "com.acme.users"
        }
    }
}
rootProject.name = "orders"
dependencies { implementation(project(":orders")) }
