package com.acme.mapper;

import com.baomidou.mybatisplus.annotation.*;
import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.util.List;
import org.apache.ibatis.annotations.*;
import org.apache.ibatis.jdbc.SQL;

@Mapper
public interface UserMapper extends BaseMapper<UserMapper.User> {
    @TableName(value = "users", schema = "saas_platform")
    class User {
        @TableId(type = IdType.AUTO) Long id;
        @TableField("orders") Integer orders;
        @TableField(exist = false) String users;
    }

    @TableName(value = "profiles", schema = "saas_platform", autoResultMap = true)
    class Profile { Long id; }

    @TableName(value = "sessions", schema = "saas_platform")
    class Session { Long id; }

    @Select("SELECT * FROM saas_platform.users WHERE id = #{id}")
    User one(long id);

    @Select({"<script>", "SELECT * FROM saas_platform.users", "<where>", "<if test='users != null'>AND users = #{users}</if>", "</where>", "</script>"})
    List<User> search(@Param("users") String users);

    @Insert("insert into saas_platform.users(id, orders) values(#{id}, #{orders})")
    @Options(useGeneratedKeys = true)
    @SelectKey(statement = "select max(id) from saas_platform.users", keyProperty = "id", before = true, resultType = long.class)
    int add(User user);

    @Update("<script>update saas_platform.users <set><if test='orders != null'>orders = #{orders},</if></set> where id = #{id}</script>")
    int update(User user);

    @DeleteProvider(type = Sql.class, method = "users")
    int remove(long id);

    class Sql {
        public String users() {
            return new SQL() {{
                DELETE_FROM("saas_platform.users");
                WHERE("id = #{id}");
            }}.toString();
        }
        public String find() {
            return new SQL().SELECT("u.id", "p.name").FROM("saas_platform.users u").LEFT_OUTER_JOIN("saas_platform.profiles p ON p.user_id = u.id")
                .INNER_JOIN("saas_platform.sessions s on s.user_id = u.id").ORDER_BY("users").toString();
        }
        public String put() {
            return new SQL().INSERT_INTO("saas_platform.sessions").VALUES("users", "#{users}").toString()
                + new SQL().UPDATE("saas_platform.sessions").SET("users = 1").toString();
        }
    }

    default List<User> some() {
        return selectList(new QueryWrapper<User>().eq("orders", 1).inSql("id", "select user_id from ecommerce.orders").last("limit 1")
            .exists("select 1 from saas_platform.sessions where sessions.user_id = users.id").apply("users.id > 1").orderByAsc("users"));
    }
}
