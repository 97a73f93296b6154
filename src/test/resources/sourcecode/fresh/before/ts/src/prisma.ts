import { Prisma, PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
export async function run(id: number) {
  await prisma.order.findMany({ include: { users: true }, where: { orders: { some: {} } } })
  await prisma.$queryRaw`SELECT * FROM orders WHERE id = ${id}`
  await prisma.$queryRaw<{ id: number }[]>(Prisma.sql`SELECT id FROM "users" WHERE id IN (${Prisma.join([1])})`)
  await prisma.$executeRawUnsafe('TRUNCATE TABLE orders, users RESTART IDENTITY CASCADE')
  const names = ['orders', 'users']
  for (const t of names) await prisma.$executeRawUnsafe(`TRUNCATE TABLE "public"."${t}" CASCADE;`)
  const rows = await prisma.$queryRaw<Array<{ tablename: string }>>`SELECT tablename FROM pg_tables WHERE schemaname='public'`
  await prisma.$transaction([prisma.user.deleteMany({}), prisma.$executeRaw`update users set orders = 1`])
  const part = Prisma.raw('orders')
  await prisma.$queryRaw`SELECT count(*) FROM ${part}`
}
