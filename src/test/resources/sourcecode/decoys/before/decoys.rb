# FROM orders
class UsersController
  has_many :orders
  belongs_to :users
  validates :topics, presence: true
  before_action :users, only: [:orders]

  def index
    @users = User.all
    render :users, locals: { orders: 'orders' }
    redirect_to '/orders/users', notice: 'Delete from orders'
    flash[:notice] = "Update orders set by #{users}"
    I18n.t('users.orders')
    logger.info("SELECT * FROM orders WHERE id = 1")
    raise ArgumentError.new("delete from users where id = 1")
    where(users: 'orders').joins(:users).from('archive.orders')
    x = "SELECT * FROM ecommerce.orders WHERE id = 1"
    y = 'topics'
  end
end

class Users < Struct
end

class Order < Base
end
expect(page).to have_content("select * from users where id = 1")
