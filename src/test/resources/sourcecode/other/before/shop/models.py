from django.db import models
from sqlalchemy.orm import DeclarativeBase


class Orders(models.Model):
    class Meta:
        db_table = "orders"


class Topics(db.Model):
    id = 1


class Other(models.Model):
    pass


class BaseModel(Model):
    pass
