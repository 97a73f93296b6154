class Doc
  include Mongoid::Document
  store_in collection: "profiles"
  field :users
end
