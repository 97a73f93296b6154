"""Models: orders of users."""
from __future__ import annotations

from sqlalchemy import ForeignKey, Index, MetaData, Table, Column, Integer, String, UniqueConstraint, text, select, func
from sqlalchemy import ForeignKeyConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    metadata = MetaData()


order_items = Table(
    "order_items",
    Base.metadata,
    Column("orders", ForeignKey("ecommerce.orders.id"), primary_key=True),
    Column("products", ForeignKey("ecommerce.products.id", ondelete="CASCADE"), primary_key=True), schema="ecommerce",
)


class User(Base):
    __tablename__ = "users"
    __table_args__ = (UniqueConstraint("email", name="users_email"), Index("users_idx", "orders"), {"schema": "saas_platform"})

    id: Mapped[int] = mapped_column(primary_key=True)
    orders: Mapped[list["Order"]] = relationship(back_populates="users", cascade="all")
    profile: Mapped["Profile"] = relationship("Profile", uselist=False)


class Order(Base):
    __tablename__ = "orders"
    __table_args__ = {"schema": "ecommerce", "comment": "orders of users"}

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("saas_platform.users.id"), name="users")
    users: Mapped[User] = relationship(back_populates="orders")
    products: Mapped[list["Product"]] = relationship(secondary=order_items)
    tags = relationship("Product", secondary="order_items", viewonly=True)
    joined = relationship("Product", primaryjoin="Order.id == order_items.c.orders", secondary="order_items")


class Product(Base):
    __tablename__ = "products"
    __table_args__ = {"schema": "ecommerce"}
    id: Mapped[int] = mapped_column(primary_key=True)


class Profile(Base):
    __table__ = Table("profiles", Base.metadata, Column("users", Integer, ForeignKey("saas_platform.users.id")), schema=None)


class Session(Base):
    __tablename__ = "sessions"
    __table_args__ = (
        ForeignKeyConstraint(["user_id"], ["saas_platform.users.id"], name="sessions_users"),
        {"schema": "saas_platform"},
    )
