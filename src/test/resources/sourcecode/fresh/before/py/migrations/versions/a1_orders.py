"""orders and users"""
from alembic import op
import sqlalchemy as sa

revision = "a1"
down_revision = None


def upgrade():
    op.create_table("orders", sa.Column("id", sa.Integer), sa.Column("users", sa.Integer, sa.ForeignKey("users.id")))
    op.add_column("users", sa.Column("orders", sa.Integer))
    op.create_index("orders_idx", "orders", ["users"])
    op.execute("UPDATE orders SET users = 1")
    with op.batch_alter_table("products") as batch:
        batch.add_column(sa.Column("topics", sa.String))
    op.bulk_insert(sa.table("topics", sa.column("id")), [])


def downgrade():
    op.drop_table("orders")
