package com.acme.shop.order;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** users */
@Entity
public class Users { @Id Long id; String sessions = "sessions"; }
