package com.acme.repo;

import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.mapping.*;
import org.springframework.data.repository.CrudRepository;

public interface TopicRows extends CrudRepository<TopicRows.Topic, Long> {
    @Table("topics")
    record Topic(@Id Long id, String title, @MappedCollection(idColumn = "topics", keyColumn = "users") java.util.List<Rec> recs) {}

    @Table(name = "recommendations", schema = "public")
    record Rec(@Id Long id, @Column("topics") long topic) {}

    @Query("select * from topics where title = :title")
    java.util.Optional<Topic> byTitle(String title);

    @Modifying
    @Query("UPDATE topics SET title = :title WHERE id = :id")
    boolean rename(long id, String title);

    @Query("""
        SELECT t.*, count(r.id) AS recommendations
          FROM topics t
          LEFT JOIN recommendations r ON r.topic = t.id
         GROUP BY t.id""")
    java.util.List<Topic> counted();
}
