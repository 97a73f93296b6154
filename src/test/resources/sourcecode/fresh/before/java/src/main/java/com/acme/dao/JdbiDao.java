package com.acme.dao;

import java.util.List;
import org.jdbi.v3.core.*;
import org.jdbi.v3.sqlobject.customizer.*;
import org.jdbi.v3.sqlobject.statement.*;

public interface JdbiDao {
    @SqlQuery("select * from sessions where user_id = :id")
    List<String> sessions(@Bind("id") long id);

    @SqlUpdate("insert into sessions (id, user_id) values (:id, :userId)")
    @GetGeneratedKeys
    long add(@BindBean Object session);

    @SqlBatch("delete from sessions where id = :id")
    int[] remove(@Bind("id") List<Long> ids);

    @SqlQuery("select * from <table> where id = :id")
    String dynamic(@Define("table") String table, long id);

    @SqlScript("truncate sessions")
    void clear();

    default long used(Handle handle) {
        handle.createUpdate("UPDATE orders SET state = :state").bind("state", "users").execute();
        handle.execute("delete from orders where id = ?", 1);
        try (var batch = handle.prepareBatch("INSERT INTO order_items VALUES (:id)")) {
            batch.execute();
        }
        return handle.select("select id from orders limit 1").mapTo(Long.class).one()
            + handle.createQuery("SELECT count(*) FROM <t>").define("t", "orders").mapTo(Long.class).one();
    }
}
