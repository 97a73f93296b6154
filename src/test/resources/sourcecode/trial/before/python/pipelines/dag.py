from airflow.providers.postgres.operators.postgres import PostgresOperator
t = PostgresOperator(task_id="orders", sql="INSERT INTO search_history SELECT * FROM orders WHERE ds = '{{ ds }}'", postgres_conn_id="users")
t2 = PostgresOperator(task_id="users", sql="sql/users.sql")
