class F
  desc "Delete from users where id = 1"
  def a
    errors.add(:base, "select * from orders where id = 1")
    notify "users", subject: "update users set x = 1"
    fail "delete from users where id = 1"
    mail(from: "orders", to: "users")
    puts("select * from users where id = 1")
    redis.select("orders"); list.from("users").select("x")
  end
end
