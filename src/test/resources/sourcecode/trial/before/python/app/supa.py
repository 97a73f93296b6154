from supabase import create_client, Client
from app.config import settings
supabase: Client = create_client(settings.url, settings.key)
def users():
    return supabase.table("users").select("*").eq("orders", 1).execute()
def orders(client: Client):
    res = (
        client
        .table("orders")
        .select("*")
        .execute()
    )
    client.from_("payment_items").insert({"orders": 1}).execute()
    supabase.storage.from_("profiles").upload("orders", b"")
    bucket = supabase.storage.from_("profiles")
    supabase.rpc("place_order", {"q": "products"}).execute()
    supabase.schema("ecommerce").table("orders").select("*").execute()
    dynamodb.Table("users").get_item()
    boto3.resource("dynamodb").table("users")
    return res
