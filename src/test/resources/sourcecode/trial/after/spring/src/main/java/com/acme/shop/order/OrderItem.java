package com.acme.shop.order;

import javax.persistence.Entity;
import javax.persistence.Table;
import javax.persistence.Id;
import lombok.Data;

@Data
@Entity(name = "order_items")
@Table(name = "order_items", schema = "ecommerce")
class OrderItem { @Id Long id; String products; }
