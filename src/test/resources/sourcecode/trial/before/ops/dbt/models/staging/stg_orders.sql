{{ config(materialized='view', topics=['orders']) }}
with orders as (select * from {{ source('public', 'orders') }}),
users as (select * from {{ ref('users') }})
select orders.*, users.id from orders join users on true
