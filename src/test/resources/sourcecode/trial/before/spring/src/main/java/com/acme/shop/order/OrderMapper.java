package com.acme.shop.order;

import org.apache.ibatis.annotations.*;
import org.apache.ibatis.jdbc.SQL;
import java.util.*;

@Mapper
public interface OrderMapper {
    @Select("SELECT * FROM orders WHERE id = #{id}")
    Order one(long id);
    @Select({"<script>", "SELECT * FROM orders", "<where><if test=\"users != null\">user_id = #{users}</if></where>", "</script>"})
    List<Order> some(@Param("users") Long users);
    @Insert("insert into orders(id, user_id) values(#{id}, #{userId})")
    @SelectKey(statement = "SELECT nextval('orders_id_seq')", keyProperty = "id", before = true, resultType = Long.class)
    void add(Order o);
    @Update("UPDATE ${table} SET total = 1")
    void any(@Param("table") String table);
    @SelectProvider(type = Provider.class, method = "orders")
    List<Order> provided();
    class Provider {
        public String orders() {
            return new SQL() {{ SELECT("o.*", "users"); FROM("orders o"); LEFT_OUTER_JOIN("users u on u.id = o.user_id"); WHERE("o.search_history = 'users'"); }}.toString();
        }
    }
}
