package shop;

import com.baomidou.mybatisplus.annotation.TableName;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.jdbc.SQL;

interface Mappers {
    @Select("SELECT * FROM orders WHERE id = #{id} AND x IN (SELECT id FROM ${table})")
    Order one(long id);

    @Select({"SELECT *", "FROM orders", "LEFT JOIN users ON users.id = orders.user_id", "WHERE id = #{users}"})
    Order two(long id);

    @Select({
        "<script>",
        "SELECT * FROM orders o",
        "<where><if test=\"users != null\">AND o.users IN (SELECT id FROM users)</if></where>",
        "</script>"
    })
    Order three(long id);

    @Insert("insert into products(users) values(#{users})")
    void insert(String users);

    default String built() {
        return new SQL() {
            {
                SELECT("o.users");
                FROM("orders o");
                LEFT_OUTER_JOIN("order_items i on i.order_id = o.id");
                WHERE("users = 1");
            }
        }.toString();
    }
}

@TableName("orders")
class OrderRow {}

@TableName(value = "users", autoResultMap = true)
class UserRow {}
