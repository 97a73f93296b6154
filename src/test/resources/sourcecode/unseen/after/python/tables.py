from sqlmodel import Field, SQLModel


class CustomerBase(SQLModel):
    name: str


class Customer(CustomerBase, table=True):
    id: int | None = Field(default=None, primary_key=True)


class Topics(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)


class Products(SQLModel):
    name: str
