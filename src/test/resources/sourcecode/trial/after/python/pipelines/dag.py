from airflow.providers.postgres.operators.postgres import PostgresOperator
t = PostgresOperator(task_id="orders", sql="INSERT INTO ai_services.search_history SELECT * FROM ecommerce.orders WHERE ds = '{{ ds }}'", postgres_conn_id="users")
t2 = PostgresOperator(task_id="users", sql="sql/users.sql")
