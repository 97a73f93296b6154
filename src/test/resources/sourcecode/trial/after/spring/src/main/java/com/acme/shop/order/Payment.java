package com.acme.shop.order;
import jakarta.persistence.*;
@Entity @Table(name = Tables.ORDERS, schema = "ecommerce") class Legacy { @Id Long id; }
@Entity @Table(name = "\"payment_items\"", schema = "ecommerce") class Payment { @Id Long id; }
@Entity @Table(name = "PRODUCTS", schema = "ecommerce", catalog = "shop") class Product { @Id Long id; }
