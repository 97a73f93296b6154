package app;

import org.springframework.data.annotation.Id;

record SearchHistory(@Id Long id, String users) {}
