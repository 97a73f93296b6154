package com.acme.shop.search;
import org.springframework.data.cassandra.core.mapping.*;
import org.springframework.data.cassandra.repository.Query;
@Table("recommendations")
class Comments { @PrimaryKey String id; }
interface CommentRepo { @Query("SELECT * FROM recommendations WHERE id = ?0") Object one(String id); }
