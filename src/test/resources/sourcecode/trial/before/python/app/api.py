from fastapi import APIRouter, Query
from celery import Celery
router = APIRouter(prefix="/users", topics=["users", "orders"])
app = Celery("orders")
@router.get("/orders", name="orders", description="Select orders from users")
async def orders(users: str = Query("orders")):
    await redis.hget("sessions", "users"); producer.send("orders", b"users")
    return {"orders": users, "search_history": ["users"], "sql": None}
@app.task(name="orders")
def task(topic="notifications"): es.search(index="products", body={"query": {"match": {"topics": "products"}}})
