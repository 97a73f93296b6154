package shop

import jakarta.persistence.Entity
import jakarta.persistence.Table

@Entity
@Table(name = "search_history", schema = "ai_services")
data class SearchHistory(val id: Long)
