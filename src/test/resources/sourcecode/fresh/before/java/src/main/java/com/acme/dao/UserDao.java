package com.acme.dao;

import java.util.*;
import org.slf4j.*;
import org.springframework.jdbc.core.*;
import org.springframework.jdbc.core.namedparam.*;
import org.springframework.jdbc.core.simple.*;

public class UserDao {
    private static final Logger log = LoggerFactory.getLogger(UserDao.class);
    private static final String TABLE = "users";
    private static final String COLUMNS = "id, email, profiles";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM " + TABLE;
    private static final String SQL_INSERT =
            "INSERT INTO users (id, email) VALUES (:id, :email) ON CONFLICT (id) DO UPDATE SET email = excluded.email";
    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final JdbcClient client;
    private final SimpleJdbcInsert insert;
    private final SimpleJdbcCall call;

    UserDao(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
        this.client = JdbcClient.create(jdbc);
        this.insert = new SimpleJdbcInsert(jdbc).withTableName("notifications").usingGeneratedKeyColumns("id");
        this.call = new SimpleJdbcCall(jdbc).withFunctionName("place_order");
    }

    public List<Map<String, Object>> all() {
        log.info("Reading from users and profiles");
        log.debug("select * from users where id = {}", 1);
        return jdbc.queryForList(SELECT + " WHERE deleted = false");
    }

    public Optional<String> email(long id) {
        return client.sql("select email from users where id = :id").param("id", id).query(String.class).optional();
    }

    public int count() {
        StringBuilder sb = new StringBuilder();
        sb.append("SELECT COUNT(*)");
        sb.append(" FROM users u ");
        sb.append(" INNER JOIN profiles p ON p.user_id = u.id");
        if (log.isDebugEnabled()) {
            sb.append(" AND EXISTS (SELECT 1 FROM sessions s WHERE s.user_id = u.id)");
        }
        return jdbc.queryForObject(sb.toString(), Integer.class);
    }

    public void save(Map<String, Object> values) {
        named.update(SQL_INSERT, values);
        named.batchUpdate("""
            UPDATE profiles
            SET name = :name
            FROM users
            WHERE users.id = profiles.user_id
            """, new Map[] {values});
        jdbc.execute("TRUNCATE TABLE sessions, notifications CASCADE");
        jdbc.execute("LOCK TABLE users IN EXCLUSIVE MODE");
        jdbc.batchUpdate("insert into sessions(id) values (?)", List.of());
        String table = "sessions";
        Map<String, Object> topics = Map.of("topics", 1, "users", values);
        if (values.get("orders") == null) {
            throw new IllegalArgumentException("Please select an entry from users");
        }
        jdbc.update("DELETE FROM " + "sessions" + " WHERE user_id = ?", values.get("id"));
        jdbc.query("SELECT nextval('users_id_seq')", r -> {});
        jdbc.update("call place_order(?)", 1);
    }

    public void page(String sort) {
        String sql = String.format("SELECT * FROM users u ORDER BY %s LIMIT %d", sort, 10);
        jdbc.query(sql, r -> { r.getString("users"); r.getLong("orders"); });
        var rows = jdbc.queryForRowSet("with users as (select * from profiles) select * from users");
    }
}
