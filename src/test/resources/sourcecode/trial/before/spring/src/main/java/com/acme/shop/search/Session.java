package com.acme.shop.search;
import org.springframework.data.annotation.Id;
import org.springframework.data.redis.core.RedisHash;
@RedisHash("sessions") class Sessions { @Id String id; }
