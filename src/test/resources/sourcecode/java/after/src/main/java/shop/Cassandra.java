package shop;

import org.springframework.data.cassandra.core.mapping.Table;

@Table("orders")
class Cassandra {}
