package com.acme.shop;
import org.springframework.batch.item.database.builder.*;
class BatchConfig {
    Object reader(javax.sql.DataSource ds) {
        return new JdbcPagingItemReaderBuilder<>().name("orders").dataSource(ds).selectClause("SELECT id, users").fromClause("FROM ecommerce.orders o").whereClause("WHERE o.total > 0").build();
    }
    Object cursor(javax.sql.DataSource ds) { return new JdbcCursorItemReaderBuilder<>().name("users").sql("select id from saas_platform.users where id > 0").build(); }
    Object writer(javax.sql.DataSource ds) { return new JdbcBatchItemWriterBuilder<>().sql("INSERT INTO ai_services.search_history (id) VALUES (:id)").build(); }
}
