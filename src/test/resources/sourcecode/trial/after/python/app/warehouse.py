from google.cloud import bigquery
import snowflake.connector
def get(client: bigquery.Client):
    client.query("SELECT * FROM search_history WHERE day = @day")
def mongo(db):
    return db["users"].find({"orders": 1}), db.orders.aggregate([{"$lookup": {"from": "users"}}])
