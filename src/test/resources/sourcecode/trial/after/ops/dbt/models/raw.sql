select * from ai_services.search_history
{% if is_incremental() %} where id > (select max(id) from {{ this }}) {% endif %}
