import { Controller, Get, Query, Param } from '@nestjs/common'
import { Resolver, Query as GqlQuery } from '@nestjs/graphql'
import { EventPattern, MessagePattern } from '@nestjs/microservices'
@Controller('users')
export class UsersController {
  @Get('orders') list(@Query('users') users: string, @Param('orders') orders: string) { return { users, orders } }
  @EventPattern('orders') on() {}
  @MessagePattern('users') msg() {}
}
@Resolver('users') export class R { @GqlQuery('orders') orders() {} }
