package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class SearchHistory {
    @Id
    Long id;

    String query;
}
