package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Id;

@Entity
@Table(name = "search_history", schema = "ai_services")
public class SearchHistory {
    @Id
    long id;
}
