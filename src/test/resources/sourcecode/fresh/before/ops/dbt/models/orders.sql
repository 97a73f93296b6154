{{ config(materialized='table', alias='orders', schema='users') }}
with users as (
    select * from {{ ref('users') }}
), orders as (
    select * from {{ source('shop', 'orders') }}
), raw as (
    select * from public.products
)
select orders.id, users.id from orders join users on users.id = orders.users
{% if is_incremental() %} where orders.id > (select max(id) from {{ this }}) {% endif %}
