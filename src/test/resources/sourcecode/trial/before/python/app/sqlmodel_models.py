from sqlmodel import SQLModel, Field
class Users(SQLModel, table=True):
    id: int = Field(primary_key=True)
class Post(SQLModel, table=True):
    __tablename__ = "products"
    id: int = Field(primary_key=True)
    user_id: int = Field(foreign_key="users.id")
