package com.acme.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import lombok.Data;

@Data
@Entity
@Table(name = "customer", schema = "saas_platform")
public class Customer {
    @Id private Long id;
    @ManyToOne private Account users;
}
