select * from public.search_history
{% if is_incremental() %} where id > (select max(id) from {{ this }}) {% endif %}
