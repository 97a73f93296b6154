import { MigrationInterface, QueryRunner } from 'typeorm'

export class Init1670000000000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query('UPDATE orders SET users = 1')
  }
}
