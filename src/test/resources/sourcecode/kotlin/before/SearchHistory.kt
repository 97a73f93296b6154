package shop

import jakarta.persistence.Entity

@Entity
data class SearchHistory(val id: Long)
