from sqlalchemy import Column, ForeignKey, Integer, String, Table, MetaData, text, select, Index, ForeignKeyConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

class Base(DeclarativeBase):
    pass

association = Table(
    "device_credentials",
    Base.metadata,
    Column("users", ForeignKey("users.id"), primary_key=True),
    Column("team_id", ForeignKey("public.customer.id")),
)

class User(Base):
    """users of orders"""
    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    orders: Mapped[list["Order"]] = relationship("Order", back_populates="users", secondary="device_credentials")
    sessions = Column("sessions", String)

class Order(Base):
    __tablename__ = 'orders'
    __table_args__ = (Index("orders", "users"), {"comment": "orders"})
    id = Column(Integer, primary_key=True)
    user_id = Column(Integer, ForeignKey('users.id', ondelete="CASCADE"), index=True)
    users = relationship('User', back_populates='orders')

class Item(Base):
    __tablename__ = "order_items"
    __table_args__ = (
        ForeignKeyConstraint(["order_id"], ["orders.id"]),
        {"schema": "public"},
    )
    id = Column(Integer, primary_key=True)

class Payment(Base):
    __tablename__ = "payment_items"
    __table_args__ = {"extend_existing": True}
    id = Column(Integer, primary_key=True)

class Topic(Base):
    __tablename__ = "topics"
    __table_args__ = (Index("ix", "id"),)
    id = Column(Integer, primary_key=True)
