package com.acme.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import lombok.Data;

@Data
@Entity
public class Customer {
    @Id private Long id;
    @ManyToOne private Account users;
}
