<?php
global $wpdb;
$wpdb->get_results("SELECT * FROM {$wpdb->prefix}orders WHERE id = 1");
$pdo = new PDO('mysql:host=db;dbname=orders');
$pdo->query('SELECT * FROM users WHERE id = 1');
