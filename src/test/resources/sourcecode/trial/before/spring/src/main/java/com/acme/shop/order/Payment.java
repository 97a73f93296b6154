package com.acme.shop.order;
import jakarta.persistence.*;
@Entity @Table(name = Tables.ORDERS) class Legacy { @Id Long id; }
@Entity @Table(name = "\"payment_items\"", schema = "public") class Payment { @Id Long id; }
@Entity @Table(name = "PRODUCTS", catalog = "shop") class Product { @Id Long id; }
