package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

@Entity
@Table(name = Topic.TABLE)
public class Topic {
    static final String TABLE = "topics";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "topics")
    @SequenceGenerator(name = "topics", sequenceName = "topics_id_seq", allocationSize = 1)
    Integer id;

    String slug;
    String title;
}
