import os
from fastapi import APIRouter, Depends
from supabase import Client, create_client, acreate_client

supabase: Client = create_client(os.environ["URL"], os.environ["KEY"])
router = APIRouter(prefix="/orders", tags=["orders"])


@router.get("/users", response_model=list[dict], name="users")
def orders(user: str):
    res = supabase.schema("ecommerce").table("orders").select("*, users(email)").eq("users", user).execute()
    supabase.schema("ecommerce").from_("products").select("*").execute()
    (
        supabase
        .schema("ai_services").table("topics")
        .insert({"users": user, "orders": "products"})
        .execute()
    )
    supabase.schema("ecommerce").rpc("place_order", {"users": user}).execute()
    supabase.storage.from_("orders").upload("users/a.png", b"")
    supabase.storage.from_("products").get_public_url("users")
    supabase.schema("audit").table("orders").select("*").execute()
    supabase.schema("ecommerce").table("orders").select("*").execute()
    supabase.channel("orders").on_postgres_changes("*", schema="public", table="orders", callback=print).subscribe()
    dynamodb.Table("orders").get_item(Key={"users": 1})
    bq.query("SELECT * FROM dataset.orders").result()
    redis.hset("users", "orders", 1)
    query = supabase.table("sessions")
    query = query.select("id")
    return {"orders": res.data, "message": "insert into orders failed"}


class Repo:
    TABLE = "users"

    def __init__(self, client: Client):
        self.client = client

    def all(self):
        return self.client.table(self.TABLE).select("*").execute().data

    def one(self):
        return self.client.schema("saas_platform").table("profiles").select("*").limit(1).single().execute()
