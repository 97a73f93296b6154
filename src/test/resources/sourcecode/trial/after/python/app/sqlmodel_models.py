from sqlmodel import SQLModel, Field
class Users(SQLModel, table=True):
    id: int = Field(primary_key=True)
class Post(SQLModel, table=True):
    __tablename__ = "products"
    __table_args__ = {"schema": "ecommerce"}
    id: int = Field(primary_key=True)
    user_id: int = Field(foreign_key="saas_platform.users.id")
