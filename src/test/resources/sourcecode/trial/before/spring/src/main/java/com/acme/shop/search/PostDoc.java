package com.acme.shop.search;
import org.springframework.data.annotation.Id;
import org.springframework.data.elasticsearch.annotations.*;
import org.springframework.data.mongodb.core.MongoTemplate;
@Document(indexName = "products")
class PostDoc { @Id String id; @Field(name = "topics") String topics;
  void m(MongoTemplate t) { t.findAll(PostDoc.class, "products"); t.getCollection("recommendations"); t.dropCollection("users"); } }
