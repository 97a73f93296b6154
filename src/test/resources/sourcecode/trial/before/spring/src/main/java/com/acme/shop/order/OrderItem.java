package com.acme.shop.order;

import javax.persistence.Entity;
import javax.persistence.Id;
import lombok.Data;

@Data
@Entity(name = "order_items")
class OrderItem { @Id Long id; String products; }
