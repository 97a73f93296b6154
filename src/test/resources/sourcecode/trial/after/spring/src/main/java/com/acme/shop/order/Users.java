package com.acme.shop.order;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Id;

/** users */
@Entity
@Table(name = "users", schema = "saas_platform")
public class Users { @Id Long id; String sessions = "sessions"; }
